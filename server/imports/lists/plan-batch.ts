import type { Db } from "@/db/client";
import {
  calmRows,
  countRows,
  listCells,
  listRowsInSlices,
  type NewImportRow,
  saveRows,
} from "@/db/queries/imports";
import { ukToday } from "@/domain/dates/partial-date";
import { missingColumns } from "@/domain/imports/columns";
import { type DateOrder, dateOrderOf } from "@/domain/imports/dates";
import type { RowDecision } from "@/domain/imports/outcome";
import { listReader } from "@/domain/imports/read-list";
import type { ImportBatch } from "@/server/imports/engine/find-import";
import { keepNoPlace } from "@/server/imports/lists/keep-no-place";
import { type Planned, planNoLongerListed, rowPlanner, type ToPlan } from "@/server/imports/lists/plan-rows";
import { findAreaOnlyRule } from "@/server/records/area-only";

export type RawWithDecision = { number: number; raw: readonly string[]; decision: RowDecision };
export type Listed = Pick<ImportBatch, "id" | "header" | "mapping" | "source" | "format" | "isComplete">;

/** The rows of a file in their order, some hundreds at a time: no more than these are held at once. */
export type Slices = AsyncIterable<readonly RawWithDecision[]> | Iterable<readonly RawWithDecision[]>;

/**
 * Reads and plans all rows of an import slice by slice, and after the last what the list no longer names. Stores nothing.
 * @param order of the dates of the whole list.
 */
export async function* planSlices(
  db: Db,
  batch: Listed,
  slices: Slices,
  order: DateOrder,
): AsyncGenerator<{ planned: Planned[]; raws: readonly RawWithDecision[] }> {
  const read = readerOf(batch, order);
  const plan = rowPlanner(db, batch.source);
  const named = new Set<string>();
  let last = 1;
  // Of services that an earlier list named and this one does not: no row of the file says anything of them.
  const others: RawWithDecision[] = [];
  for await (const slice of slices) {
    const raws = slice.filter(({ raw }) => raw.length > 0);
    others.push(...slice.filter(({ raw }) => raw.length === 0));
    const planned = await plan(raws.map(read));
    last = planned.at(-1)?.number ?? last;
    for (const { plan: row } of planned)
      for (const id of [row?.service.id, row?.successorOf?.id]) if (id) named.add(id);
    yield { planned, raws };
  }
  const gone = await planNoLongerListed(db, { named, last }, batch);
  if (gone.length > 0) yield { planned: gone, raws: others };
}

/** Rows in slices, for what is in memory anyway. */
export function* inSlices<T>(rows: readonly T[], size = 500): Generator<T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

/** Reads rows under the import's columns; all are refused while a column that every row needs is not chosen. */
export function readerOf(batch: Listed, order: DateOrder): (row: RawWithDecision) => ToPlan {
  const missing = missingColumns(batch.mapping);
  if (missing.length > 0) {
    const problems = missing.map((column) => ({ column, code: "required" as const, detail: "" }));
    return ({ number, decision }) => ({ number, decision, row: null, problems });
  }
  const read = listReader(batch.mapping, { width: batch.header.length, order, today: ukToday() });
  return ({ number, raw, decision }) => ({ ...read({ number, raw }), decision });
}

/** The order of the dates of an import's stored rows. */
export async function storedDateOrder(db: Db, { id, mapping }: Listed): Promise<DateOrder> {
  const at = mapping["started-on"];
  return at === undefined ? "not-told" : dateOrderOf(await listCells(db, id, at));
}

/**
 * Previews all stored rows of an import anew, and stores what they would do.
 * @returns the counts of the whole import.
 */
export async function replan(db: Db, batch: Listed): Promise<Record<string, number>> {
  const still: number[] = [];
  const order = await storedDateOrder(db, batch);
  for await (const { planned, raws } of planSlices(db, batch, listRowsInSlices(db, batch.id), order)) {
    await savePlanned(db, batch, planned, raws);
    for (const { number, row, outcome } of planned)
      if (row === null && outcome === "ended") still.push(number);
  }
  if (batch.isComplete) await calmRows(db, batch.id, still);
  return countRows(db, batch.id);
}

/** Stores what rows would do, with their cells. */
export async function savePlanned(
  db: Db,
  batch: Listed,
  planned: readonly Planned[],
  raws: readonly RawWithDecision[],
): Promise<void> {
  const byNumber = new Map(raws.map((row) => [row.number, row]));
  const isHidden = await findAreaOnlyRule(db);
  const rows: NewImportRow[] = [];
  for (const { number, row, outcome, problems, warnings, plan } of planned) {
    const { raw = [], decision = null } = byNumber.get(number) ?? {};
    const kept = await keepNoPlace(db, batch, raw, { row, problems }, isHidden);
    rows.push({ batchId: batch.id, number, ...kept, parsed: row, outcome, warnings, plan, decision });
  }
  await saveRows(db, rows);
}
