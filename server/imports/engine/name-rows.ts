import type { SeenRow, StoredRow } from "@/server/imports/engine/import-format";

/** For formats whose rows are not cells: a row is shown by its name and its changes. */
export const namedOnly = (rows: readonly StoredRow[]): SeenRow[] =>
  rows.map(({ item: _, ...row }) => ({ ...row, cells: [], facts: [], question: null }));

/** Such a row holds what it is made from, which is nobody's to repair in a spreadsheet. */
export const namesOfRefused = (rows: readonly StoredRow[]) => ({
  header: ["Name"],
  cells: rows.map(({ plan }) => [plan?.service.name ?? ""]),
});
