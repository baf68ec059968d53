import { and, count, eq, gt, lte, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { takenTasks } from "@/db/schema/to-do";
import type { TaskKey } from "@/domain/to-do/task";

/** Who looks at some records now. */
export async function listTakenTasks(db: Db, recordIds: readonly string[], now: Date) {
  if (recordIds.length === 0) return [];
  return db
    .select()
    .from(takenTasks)
    .where(and(anyOf(takenTasks.recordId, recordIds), gt(takenTasks.until, now)));
}

export async function countTasksOf(db: Db, campaignerId: string, now: Date): Promise<number> {
  const [row] = await db
    .select({ number: count() })
    .from(takenTasks)
    .where(and(eq(takenTasks.campaignerId, campaignerId), gt(takenTasks.until, now)));
  return row?.number ?? 0;
}

/**
 * Gives a task that is free, over or one's own already; in one statement, so that of two at once one has it.
 * @returns whether it was given
 */
export async function insertTakenTask(
  db: Db,
  { kind, recordId }: TaskKey,
  taken: { campaignerId: string; until: Date; now: Date },
): Promise<boolean> {
  const { campaignerId, until, now } = taken;
  const rows = await db
    .insert(takenTasks)
    .values({ kind, recordId, campaignerId, until })
    .onConflictDoUpdate({
      target: [takenTasks.kind, takenTasks.recordId],
      set: { campaignerId, until },
      setWhere: sql`${takenTasks.campaignerId} = ${campaignerId} or ${takenTasks.until} <= ${now.toISOString()}`,
    })
    .returning({ kind: takenTasks.kind });
  return rows.length > 0;
}

export async function deleteTakenTask(
  db: Db,
  { kind, recordId }: TaskKey,
  campaignerId: string,
): Promise<boolean> {
  const rows = await db
    .delete(takenTasks)
    .where(
      and(
        eq(takenTasks.kind, kind),
        eq(takenTasks.recordId, recordId),
        eq(takenTasks.campaignerId, campaignerId),
      ),
    )
    .returning({ kind: takenTasks.kind });
  return rows.length > 0;
}

/** Those whose time is over. */
export async function deleteTasksOver(db: Db, now: Date): Promise<void> {
  await db.delete(takenTasks).where(lte(takenTasks.until, now));
}

/** Of an account that is erased. */
export async function deleteTakenTasksOf(db: Db, campaignerId: string): Promise<void> {
  await db.delete(takenTasks).where(eq(takenTasks.campaignerId, campaignerId));
}
