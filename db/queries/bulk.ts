import { and, asc, desc, eq, lt, notExists, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { bulkItems, bulkRuns } from "@/db/schema/bulk";
import { reports } from "@/db/schema/reports";
import type { BulkItemState, BulkPhase } from "@/domain/reports/bulk";

export type BulkRun = typeof bulkRuns.$inferSelect;
export type BulkItem = typeof bulkItems.$inferSelect;

/** @returns its id; that of the first where the form had been sent before, and whether it is new. */
export async function insertBulkRun(
  db: Db,
  run: typeof bulkRuns.$inferInsert,
): Promise<{ id: string; isNew: boolean }> {
  const target = [bulkRuns.moderatorId, bulkRuns.submissionKey];
  const [made] = await db
    .insert(bulkRuns)
    .values(run)
    .onConflictDoNothing({ target })
    .returning({ id: bulkRuns.id });
  if (made) return { id: made.id, isNew: true };
  const [first] = await db
    .select({ id: bulkRuns.id })
    .from(bulkRuns)
    .where(and(eq(bulkRuns.moderatorId, run.moderatorId), eq(bulkRuns.submissionKey, run.submissionKey)));
  if (!first) throw new Error("no bulk run was stored");
  return { id: first.id, isNew: false };
}

export async function insertBulkItems(db: Db, items: (typeof bulkItems.$inferInsert)[]): Promise<void> {
  await db.insert(bulkItems).values(items);
}

export async function findBulkRun(db: Db, id: string): Promise<BulkRun | undefined> {
  const [run] = await db.select().from(bulkRuns).where(eq(bulkRuns.id, id));
  return run;
}

/** Its items in their order, each with the line of its report and what that is now. */
export async function listBulkItems(db: Db, runId: string) {
  return db
    .select({ item: bulkItems, title: reports.title, town: reports.town, state: reports.state })
    .from(bulkItems)
    .innerJoin(reports, eq(reports.id, bulkItems.reportId))
    .where(eq(bulkItems.runId, runId))
    .orderBy(asc(bulkItems.position));
}

/** What somebody decided together last, newest first. */
export async function listBulkRuns(db: Db, moderatorId: string, limit: number) {
  return db
    .select({
      id: bulkRuns.id,
      verdict: bulkRuns.verdict,
      phase: bulkRuns.phase,
      createdAt: bulkRuns.createdAt,
      count: sql<number>`(select count(*)::int from ${bulkItems} where ${bulkItems.runId} = ${bulkRuns.id})`,
    })
    .from(bulkRuns)
    .where(eq(bulkRuns.moderatorId, moderatorId))
    .orderBy(desc(bulkRuns.createdAt))
    .limit(limit);
}

/**
 * The next item in a state, locked: of two who work through the same each is given another.
 * @param last whether the last comes first: what is taken back goes the other way, because later ones may rest on earlier ones.
 */
export async function lockNextItem(
  db: Db,
  runId: string,
  state: BulkItemState,
  { last }: { last: boolean },
): Promise<BulkItem | undefined> {
  const [item] = await db
    .select()
    .from(bulkItems)
    .where(and(eq(bulkItems.runId, runId), eq(bulkItems.state, state)))
    .orderBy(last ? desc(bulkItems.position) : asc(bulkItems.position))
    .limit(1)
    .for("update", { skipLocked: true });
  return item;
}

export async function updateBulkItem(
  db: Db,
  { runId, position }: Pick<BulkItem, "runId" | "position">,
  changes: Pick<BulkItem, "state" | "because"> & { version?: number },
): Promise<void> {
  await db
    .update(bulkItems)
    .set(changes)
    .where(and(eq(bulkItems.runId, runId), eq(bulkItems.position, position)));
}

/** Conditional on where it stands. @returns whether it moved: false where somebody was first. */
export async function moveBulkRun(
  db: Db,
  id: string,
  from: BulkPhase,
  changes: Partial<typeof bulkRuns.$inferInsert> & { phase: BulkPhase },
): Promise<boolean> {
  const moved = await db
    .update(bulkRuns)
    .set(changes)
    .where(and(eq(bulkRuns.id, id), eq(bulkRuns.phase, from)))
    .returning({ id: bulkRuns.id });
  return moved.length === 1;
}

/** Ends a phase of which no item is left, also none that somebody works at. @returns whether it was this call that ended it. */
export async function endBulkPhase(
  db: Db,
  id: string,
  { phase, left, next }: { phase: BulkPhase; left: BulkItemState; next: BulkPhase },
): Promise<boolean> {
  const open = db
    .select({ one: sql`1` })
    .from(bulkItems)
    .where(and(eq(bulkItems.runId, id), eq(bulkItems.state, left)));
  const ended = await db
    .update(bulkRuns)
    .set({ phase: next })
    .where(and(eq(bulkRuns.id, id), eq(bulkRuns.phase, phase), notExists(open)))
    .returning({ id: bulkRuns.id });
  return ended.length === 1;
}

export async function deleteBulkRunsBefore(db: Db, since: Date): Promise<void> {
  await db.delete(bulkRuns).where(lt(bulkRuns.createdAt, since));
}
