import type { Db } from "@/db/client";
import { type ImportRowStored, listRowsInSlices, type NewImportRow, saveRows } from "@/db/queries/imports";
import type { ItemShape } from "@/domain/imports/stored-item";
import type { PlannedItem, StoredRow } from "@/server/imports/engine/import-format";

/** Stored rows, with what they are made from as their format reads it. */
export function readRows<T>(shape: ItemShape<T>, rows: readonly ImportRowStored[]): StoredRow<T>[] {
  return rows.map(({ item, ...row }) => ({ ...row, item: shape.read(item) }));
}

/** Every row of an import, some hundreds at a time. */
export async function* readRowsInSlices<T>(
  db: Db,
  shape: ItemShape<T>,
  batchId: string,
): AsyncGenerator<StoredRow<T>[]> {
  for await (const slice of listRowsInSlices(db, batchId)) yield readRows(shape, slice);
}

/** Stores rows as they were changed. */
export function writeRows<T>(db: Db, shape: ItemShape<T>, rows: readonly StoredRow<T>[]): Promise<void> {
  return saveRows(
    db,
    rows.map(({ item, ...row }) => ({ ...row, item: shape.write(item) })),
  );
}

/** Stores what rows would do, with what they are made from. An item without a number has no row. */
export async function savePlanned<T>(
  db: Db,
  shape: ItemShape<T>,
  batchId: string,
  planned: readonly PlannedItem<T>[],
): Promise<void> {
  const rows = planned.flatMap(
    ({ number, item, row: parsed, outcome, problems, warnings, plan, decision }): NewImportRow[] =>
      number === null
        ? []
        : [{ batchId, number, item: shape.write(item), parsed, outcome, problems, warnings, plan, decision }],
  );
  await saveRows(db, rows);
}
