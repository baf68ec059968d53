import { and, count, desc, eq, inArray, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { batches } from "@/db/schema/sources";
import { CHANGE_FORMAT } from "@/domain/records/change-batch";
import type { BatchState } from "@/domain/reports/proposal";

export type BatchRow = typeof batches.$inferSelect;
type NewBatchRow = typeof batches.$inferInsert;

export async function insertBatch(db: Db, row: NewBatchRow): Promise<string> {
  const [stored] = await db.insert(batches).values(row).returning({ id: batches.id });
  if (!stored) throw new Error("no batch was stored");
  return stored.id;
}

/** The batch that carried exactly this content and was neither undone nor refused, if there is one. */
export async function findBatchByHash(db: Db, contentHash: string): Promise<BatchRow | undefined> {
  const isLive = and(isNull(batches.undoneAt), isNull(batches.refusedAt));
  const [row] = await db
    .select()
    .from(batches)
    .where(and(eq(batches.contentHash, contentHash), isLive));
  return row;
}

export async function findBatch(db: Db, id: string): Promise<BatchRow | undefined> {
  const [row] = await db.select().from(batches).where(eq(batches.id, id));
  return row;
}

/** Who undid batches, by the batch; one that nobody is known of is missing. */
export async function findUndoers(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: batches.id, by: batches.undoneBy })
    .from(batches)
    .where(anyOf(batches.id, ids));
  return new Map(rows.flatMap(({ id, by }) => (by === null ? [] : [[id, by] as const])));
}

/** Changes of one entry are batches too, and no imports: each stands with its report. */
const isImport = sql`${batches.format} is distinct from ${CHANGE_FORMAT}`;

/** That a word in small letters is in the title, the source or the name of the file of an import. */
export function isInImport(word: string): SQL {
  const told = sql`lower(concat_ws(' ', ${batches.title}, ${batches.fileName}, ${batches.source} ->> 'title', ${batches.source} ->> 'publisher'))`;
  return sql`strpos(${told}, ${word}) > 0`;
}

/**
 * One page of them, newest first; what the project ships is among them.
 * @param words each has to be in the title, the source or the file's name.
 */
export async function listBatches(
  db: Db,
  words: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: BatchRow[]; total: number }> {
  const where = and(isImport, ...words.toLowerCase().split(/\s+/).filter(Boolean).map(isInImport));
  const [rows, totals] = await Promise.all([
    db
      .select()
      .from(batches)
      .where(where)
      .orderBy(desc(batches.createdAt), desc(batches.id))
      .offset(offset)
      .limit(limit),
    db.select({ total: count() }).from(batches).where(where),
  ]);
  return { rows, total: totals[0]?.total ?? 0 };
}

/** Conditional on the state and version that the actor saw. @returns undefined when somebody was first. */
export async function updateBatch(
  db: Db,
  seen: { id: string; version: number; state: BatchState },
  changes: Partial<NewBatchRow>,
): Promise<BatchRow | undefined> {
  const { id, version, state } = seen;
  const [row] = await db
    .update(batches)
    .set({ ...changes, version: sql`${batches.version} + 1` })
    .where(and(eq(batches.id, id), eq(batches.version, version), eq(batches.state, state)))
    .returning();
  return row;
}

/** Imports that wait and of which the hold has run out by `now`. */
export async function findHeldImports(db: Db, now: Date, limit: number): Promise<BatchRow[]> {
  return db
    .select()
    .from(batches)
    .where(and(eq(batches.state, "submitted"), lte(batches.holdExpiresAt, now)))
    .limit(limit);
}

/** The imports that somebody holds are free again: who was suspended or erased. @returns their ids. */
export async function releaseImportsOf(db: Db, moderatorId: string): Promise<string[]> {
  const rows = await db
    .update(batches)
    .set({ heldBy: null, holdExpiresAt: null, version: sql`${batches.version} + 1` })
    .where(eq(batches.heldBy, moderatorId))
    .returning({ id: batches.id });
  return rows.map(({ id }) => id);
}

/** Imports of this person that wait for approval cannot be approved (`at`), or can again (null). */
export async function setImportsAside(db: Db, importedBy: string, at: Date | null): Promise<string[]> {
  const rows = await db
    .update(batches)
    .set({ setAsideAt: at, version: sql`${batches.version} + 1` })
    .where(
      and(
        eq(batches.importedBy, importedBy),
        inArray(batches.state, ["previewed", "submitted"]),
        at === null ? isNotNull(batches.setAsideAt) : isNull(batches.setAsideAt),
      ),
    )
    .returning({ id: batches.id });
  return rows.map(({ id }) => id);
}
