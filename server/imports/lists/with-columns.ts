import type { Db } from "@/db/client";
import { addColumn } from "@/db/queries/imports";
import { IMPORT_COLUMNS, type ImportColumn } from "@/domain/imports/columns";
import type { ImportBatch } from "@/server/imports/engine/find-import";

/** The import with a column for everything that is said of its rows, empty where the file has none. */
export async function withColumnsOf(
  db: Db,
  batch: ImportBatch,
  cells: Partial<Record<ImportColumn, string>>,
): Promise<ImportBatch> {
  const header = [...batch.header];
  const mapping = { ...batch.mapping };
  for (const column of IMPORT_COLUMNS) {
    if (mapping[column] !== undefined || !cells[column]?.trim()) continue;
    await addColumn(db, batch.id, header.length);
    mapping[column] = header.length;
    header.push(newHeading(column, header));
  }
  return { ...batch, header, mapping };
}

/** As in the template, unless the file has a column of that name which was not chosen. */
function newHeading(column: ImportColumn, header: readonly string[]): string {
  const heading = column.replaceAll("-", " ");
  const isTaken = header.some((other) => other.toLowerCase() === heading);
  return isTaken ? `${heading} (added)` : heading;
}
