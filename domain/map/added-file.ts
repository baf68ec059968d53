import { decodeColumns, encodeColumns } from "./column-file";

const FORMAT = "nhs-map-added-1";

/** Which rows of the whole map are those that were added to its base, rising. */
export function encodeAddedRows(rows: readonly number[]): Uint8Array {
  return encodeColumns(FORMAT, {}, [{ name: "row", bytes: 4, values: rows }]);
}

/** @throws RangeError when it is no such file, cut, or its rows do not rise. */
export function decodeAddedRows(file: Uint8Array): Uint32Array {
  const rows = decodeColumns(FORMAT, file).columns.get("row");
  if (!rows) throw new RangeError("The added rows have no column row.");
  for (let index = 1; index < rows.length; index++)
    if ((rows[index] ?? 0) <= (rows[index - 1] ?? 0)) throw new RangeError("The added rows do not rise.");
  return rows;
}

/** Where each row of the whole map comes from: the base (0) or what was added (1), and which row it is there. */
export type RowSources = { isAdded: Uint8Array; row: Uint32Array };

/** @throws RangeError when a row lies outside the whole. */
export function rowSources(baseLength: number, added: Uint32Array): RowSources {
  const length = baseLength + added.length;
  const isAdded = new Uint8Array(length);
  for (const row of added) {
    if (row >= length) throw new RangeError(`Row ${row} was added to a map of ${length}.`);
    isAdded[row] = 1;
  }
  const row = new Uint32Array(length);
  const next = [0, 0];
  for (let at = 0; at < length; at++) {
    const from = isAdded[at] ?? 0;
    row[at] = next[from] ?? 0;
    next[from] = (next[from] ?? 0) + 1;
  }
  return { isAdded, row };
}
