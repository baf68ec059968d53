import { and, asc, count, eq, gt, inArray, not, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { insertRows } from "@/db/queries/insert-rows";
import { batches, batchRows } from "@/db/schema/sources";
import { IMPORT_OUTCOMES, type ImportOutcome } from "@/domain/imports/outcome";
import { SAYS_NOTHING } from "@/domain/imports/read-row";
import { recordOf } from "@/domain/lists/keys-of";

export type ImportRowStored = typeof batchRows.$inferSelect;
export type NewImportRow = typeof batchRows.$inferInsert;

/** Rows that are written at a time. */
const CHUNK = 1000;

/** Rows that are read at a time. */
const SLICE = 500;

/** Stores rows, or writes over those that are there. */
export async function saveRows(db: Db, rows: readonly NewImportRow[]): Promise<void> {
  const { batchId, number, item, parsed, outcome, problems, warnings, plan, decision } = batchRows;
  const set = [item, parsed, outcome, problems, warnings, plan, decision];
  await insertRows(db, batchRows, rows, { of: [batchId, number], set });
}

/** Every row of an import, in the order of the file. */
export async function listRows(db: Db, batchId: string): Promise<ImportRowStored[]> {
  return db.select().from(batchRows).where(eq(batchRows.batchId, batchId)).orderBy(asc(batchRows.number));
}

/** As `listRows`, some hundreds at a time. What is written meanwhile is read where it comes later. */
export async function* listRowsInSlices(db: Db, batchId: string): AsyncGenerator<ImportRowStored[]> {
  let after = 0;
  for (;;) {
    const rows = await db
      .select()
      .from(batchRows)
      .where(and(eq(batchRows.batchId, batchId), gt(batchRows.number, after)))
      .orderBy(asc(batchRows.number))
      .limit(SLICE);
    if (rows.length > 0) yield rows;
    if (rows.length < SLICE) return;
    after = rows.at(-1)?.number ?? after;
  }
}

/** The cells of one column of a list, from 0, in no order. */
export async function listCells(db: Db, batchId: string, at: number): Promise<string[]> {
  const rows = await db
    .select({ cell: sql<string>`coalesce(${batchRows.item} -> 'value' ->> ${at}::int, '')` })
    .from(batchRows)
    .where(eq(batchRows.batchId, batchId));
  return rows.map(({ cell }) => cell);
}

const isLeftOutRow = sql`coalesce(${batchRows.decision} in ('skip', 'dropped'), false)`;

/** Rows by outcome, those with something to look at, and those that are left out. */
export async function countRows(db: Db, batchId: string): Promise<Record<string, number>> {
  const where = (condition: SQL) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
  // What is left out does nothing, whatever it would do.
  const byOutcome = recordOf(IMPORT_OUTCOMES, (outcome) =>
    where(sql`${batchRows.outcome} = ${outcome} and not ${isLeftOutRow}`),
  );
  const [counts] = await db
    .select({
      rows: count(),
      warnings: where(sql`jsonb_array_length(${batchRows.warnings}) > 0 and not ${isLeftOutRow}`),
      skipped: where(isLeftOutRow),
      ...byOutcome,
    })
    .from(batchRows)
    .where(eq(batchRows.batchId, batchId));
  return { ...counts };
}

/** Rows that were planned before and are not any more, such as of services that a list did not name and does now: they do nothing. */
export async function calmRows(db: Db, batchId: string, still: readonly number[]): Promise<void> {
  await db
    .update(batchRows)
    .set({ outcome: "unchanged", warnings: [] })
    .where(
      and(
        eq(batchRows.batchId, batchId),
        eq(batchRows.outcome, "ended"),
        not(anyOf(batchRows.number, still, "int")),
      ),
    );
}

/** Of PostgreSQL; a number from an address can be anything. */
const LARGEST_INTEGER = 2 ** 31 - 1;

export async function findRow(db: Db, batchId: string, number: number): Promise<ImportRowStored | undefined> {
  if (!Number.isInteger(number) || Math.abs(number) > LARGEST_INTEGER) return undefined;
  const [row] = await db
    .select()
    .from(batchRows)
    .where(and(eq(batchRows.batchId, batchId), eq(batchRows.number, number)));
  return row;
}

/**
 * Makes room for one more column at the end of every row of a list that has all the others; cells behind them stay behind it.
 * @param at how many columns there are.
 */
export async function addColumn(db: Db, batchId: string, at: number): Promise<void> {
  await db.execute(sql`
    update ${batchRows} set item = jsonb_insert(item, array['value', ${String(at)}], '""')
    where batch_id = ${batchId} and jsonb_array_length(item -> 'value') >= ${at}`);
}

/** Writes a text into a column of every row of a list that has the column and says nothing there, as its reader takes it ("TBC"). @param at from 0 */
export async function fillColumn(db: Db, batchId: string, at: number, text: string): Promise<void> {
  await db.execute(sql`
    update ${batchRows} set item = jsonb_set(item, array['value', ${String(at)}], to_jsonb(${text}::text))
    where batch_id = ${batchId} and jsonb_array_length(item -> 'value') > ${at}::int
      and btrim(coalesce(item -> 'value' ->> ${at}::int, '')) ~* ${`^$|${SAYS_NOTHING.source}`}`);
}

export type RowFilter = {
  outcome?: ImportOutcome | undefined;
  hasWarnings?: boolean;
  /** Those that are left out: they are among no others, unless all are asked for. */
  isLeftOut?: boolean;
};

function matching(batchId: string, { outcome, hasWarnings, isLeftOut }: RowFilter): SQL | undefined {
  return and(
    eq(batchRows.batchId, batchId),
    outcome ? eq(batchRows.outcome, outcome) : undefined,
    hasWarnings ? sql`jsonb_array_length(${batchRows.warnings}) > 0` : undefined,
    outcome || hasWarnings ? not(isLeftOutRow) : undefined,
    isLeftOut ? isLeftOutRow : undefined,
  );
}

/** One page of an import's rows. */
export async function listRowsPage(
  db: Db,
  batchId: string,
  filter: RowFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: ImportRowStored[]; total: number }> {
  const where = matching(batchId, filter);
  const [rows, totals] = await Promise.all([
    db.select().from(batchRows).where(where).orderBy(asc(batchRows.number)).offset(offset).limit(limit),
    db.select({ total: count() }).from(batchRows).where(where),
  ]);
  return { rows, total: totals[0]?.total ?? 0 };
}

/** Notes which rows were part of the approved import, and what each made or changed. */
export async function markApplied(
  db: Db,
  batchId: string,
  applied: ReadonlyMap<number, readonly string[]>,
): Promise<void> {
  const entries = [...applied].map(([number, ids]) => ({ number, ids }));
  for (let from = 0; from < entries.length; from += CHUNK) {
    const chunk = JSON.stringify(entries.slice(from, from + CHUNK));
    await db.execute(sql`
      update ${batchRows} set is_applied = true, record_ids = done.ids
      from jsonb_to_recordset(${chunk}::jsonb) as done(number int, ids jsonb)
      where batch_rows.batch_id = ${batchId} and batch_rows.number = done.number`);
  }
}

/**
 * Ids of the services that approved imports of the same list named: those with the same title and publisher of their
 * source. For a newer one that says it is complete.
 */
export async function findServiceIdsOfList(
  db: Db,
  list: { format: string; title: string; publisher: string },
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: sql<string>`${batchRows.recordIds} ->> 0` })
    .from(batchRows)
    .innerJoin(batches, eq(batches.id, batchRows.batchId))
    .where(
      and(
        eq(batches.format, list.format),
        inArray(batches.state, ["approved"]),
        eq(batchRows.isApplied, true),
        sql`lower(${batches.source} ->> 'title') = lower(${list.title})`,
        sql`lower(${batches.source} ->> 'publisher') = lower(${list.publisher})`,
        sql`${batchRows.recordIds} ->> 0 is not null`,
      ),
    );
  return rows.map(({ id }) => id);
}
