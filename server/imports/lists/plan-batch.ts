import type { Db } from "@/db/client";
import { listCells } from "@/db/queries/imports";
import { ukToday } from "@/domain/dates/partial-date";
import { DATE_COLUMNS, missingColumns } from "@/domain/imports/columns";
import { type DateOrder, dateOrderOf } from "@/domain/imports/dates";
import { listReader } from "@/domain/imports/read-list";
import type { ImportBatch } from "@/server/imports/engine/find-import";
import type { Item, Items, PlannedItem } from "@/server/imports/engine/import-format";
import { keepNoPlace } from "@/server/imports/lists/keep-no-place";
import { type Planned, planNoLongerListed, rowPlanner, type ToPlan } from "@/server/imports/lists/plan-rows";
import { findAreaOnlyRule } from "@/server/records/area-only";

export type Listed = Pick<ImportBatch, "id" | "header" | "mapping" | "source" | "format" | "isComplete">;

/** A row of a list as it is planned, with its number: it has one from the first. */
export type PlannedListRow = PlannedItem<string[]> & { number: number };

/**
 * Reads and plans all rows of a list slice by slice, and after the last what it no longer names. Stores nothing.
 * @param dates the order of the dates of the whole list; where it is not given the stored rows tell.
 */
export async function* planList(
  db: Db,
  batch: Listed,
  slices: Items<string[]>,
  dates?: DateOrder,
): AsyncGenerator<PlannedListRow[]> {
  const read = readerOf(batch, dates ?? (await storedDateOrder(db, batch)));
  const plan = rowPlanner(db, batch.source);
  const named = new Set<string>();
  let last = 1;
  // Of services that an earlier list named and this one does not: no row of the file says anything of them.
  const others: Item<string[]>[] = [];
  for await (const slice of slices) {
    const items = slice.filter(({ item }) => item.length > 0);
    others.push(...slice.filter(({ item }) => item.length === 0));
    const planned = await plan(items.map(read));
    last = planned.at(-1)?.number ?? last;
    for (const { plan: row } of planned)
      for (const id of [row?.service.id, row?.successorOf?.id]) if (id) named.add(id);
    yield withItems(db, batch, planned, items);
  }
  const gone = await planNoLongerListed(db, { named, last }, batch);
  if (gone.length > 0) yield withItems(db, batch, gone, others);
}

/** Reads rows under the import's columns; all are refused while a column that every row needs is not chosen. */
export function readerOf(batch: Listed, order: DateOrder): (row: Item<string[]>) => ToPlan {
  const missing = missingColumns(batch.mapping);
  if (missing.length > 0) {
    const problems = missing.map((column) => ({ column, code: "required" as const, detail: "" }));
    return ({ number, decision }) => ({ number: number ?? 0, decision, row: null, problems });
  }
  const read = listReader(batch.mapping, { width: batch.header.length, order, today: ukToday() });
  // Every row of a list has a number from the first.
  return ({ number, item, decision }) => ({ ...read({ number: number ?? 0, raw: item }), decision });
}

/** The order of the dates of an import's stored rows. */
export async function storedDateOrder(db: Db, { id, mapping }: Listed): Promise<DateOrder> {
  const columns = DATE_COLUMNS.flatMap((column) => mapping[column] ?? []);
  const dates = await Promise.all(columns.map((at) => listCells(db, id, at)));
  return dateOrderOf(dates.flat());
}

/** Planned rows with what they are made from: of care that is shown by area only nothing tells its place. */
export async function withItems(
  db: Db,
  batch: Pick<Listed, "header" | "mapping">,
  planned: readonly Planned[],
  items: readonly Item<string[]>[],
): Promise<PlannedListRow[]> {
  const byNumber = new Map(items.map((item) => [item.number, item]));
  const isHidden = await findAreaOnlyRule(db);
  const rows: PlannedListRow[] = [];
  for (const { number, row, outcome, problems, warnings, plan } of planned) {
    const { item = [], decision = null } = byNumber.get(number) ?? {};
    const kept = await keepNoPlace(db, batch, item, { row, problems }, isHidden);
    rows.push({ number, ...kept, row, outcome, warnings, plan, decision });
  }
  return rows;
}
