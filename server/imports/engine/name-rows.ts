import type { ImportRowStored } from "@/db/queries/imports";
import type { SeenRow } from "@/server/imports/engine/import-format";

/** For formats whose rows are not cells: a row is shown by its name and its changes. */
export const namedOnly = (rows: readonly ImportRowStored[]): SeenRow[] =>
  rows.map((row) => ({ ...row, cells: [], facts: [] }));

/** Such a row holds what it is made from, which is nobody's to repair in a spreadsheet. */
export const namesOfRefused = (rows: readonly ImportRowStored[]) => ({
  header: ["Name"],
  cells: rows.map(({ plan }) => [plan?.service.name ?? ""]),
});
