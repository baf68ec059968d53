import { LIMITS } from "@/ingest/spreadsheet-refusal";

/** What a workbook may cost to read. None of it looks at what is written in the workbook. */
export type WorkbookLimits = {
  rows: number;
  columns: number;
  /** The furthest row and column that may hold something; what is only formatted does not count. */
  lastRow: number;
  lastColumn: number;
  /** Files in the archive, and bytes they unpack to. */
  entries: number;
  unpacked: number;
  /** Bytes of all cells as they are handed over: this is what the server has to keep. */
  text: number;
  /** Megabytes of memory that the reading process may have. */
  memory: number;
  /** Milliseconds that it may work, and that it may take in all. */
  work: number;
  time: number;
};

export const WORKBOOK_LIMITS: WorkbookLimits = {
  rows: LIMITS.rows,
  columns: LIMITS.columns,
  lastRow: LIMITS.rows + 50,
  lastColumn: 700,
  entries: LIMITS.entries,
  unpacked: LIMITS.unpacked,
  text: 1.5 * LIMITS.bytes,
  memory: 400,
  work: 20_000,
  time: 90_000,
};
