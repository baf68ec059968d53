/** A row that has something in it, of a sheet that is named. */
export type SheetRow = { sheet: string; number: number; cells: string[] };

/** The regulator's list of active locations is 24 MB that unpack to 440; a row of it has 130 cells. */
export const STREAM_LIMITS = {
  unpacked: 800 * 1024 * 1024,
  entries: 2_000,
  columns: 400,
  cell: 5_000,
  rows: 200_000,
  milliseconds: 120_000,
};
