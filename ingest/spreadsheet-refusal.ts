import { MOST_BYTES } from "@/domain/imports/upload-limit";

/** Why a whole file cannot be read. Each is a key of the message catalogue, with what to do about it. */
export const FILE_REFUSALS = [
  "empty",
  "too-large",
  "too-many-rows",
  "too-many-columns",
  "one-column",
  "no-rows",
  "not-a-table",
  "old-excel",
  "locked-excel",
  "xlsx-damaged",
  "xlsx-bomb",
  "workbook-heavy",
  "workbook-slow",
  "workbook-busy",
  "encoding-unknown",
  "encoding-mixed",
  "cut-off",
  "quotes",
  "cell-too-long",
  "no-sheet",
  "no-heading-row",
  "json-damaged",
  "ocds-damaged",
  "ocds-none",
  "geojson-damaged",
  "kml-damaged",
] as const;
export type FileRefusalCode = (typeof FILE_REFUSALS)[number];

/** Thrown when a file cannot be read at all; problems of single rows are not thrown but told row by row. */
export class FileRefusal extends Error {
  override readonly name = "FileRefusal";

  /** @param row the line of the file, where it is known; the first line is 1. */
  constructor(
    readonly code: FileRefusalCode,
    readonly row: number | null = null,
    readonly detail = "",
  ) {
    super([code, row === null ? "" : `row ${row}`, detail].filter((part) => part !== "").join(", "));
  }
}

/** Limits of a list. A campaign's own list has hundreds of rows; a register of every GP practice has 15,000. */
export const LIMITS = {
  /** Bytes of the file as it is sent. */
  bytes: MOST_BYTES,
  rows: 20_000,
  columns: 100,
  /** Characters of one cell. */
  cell: 5_000,
  /** Bytes of a workbook once it is unpacked, and how many files may be in it. */
  unpacked: 100 * 1024 * 1024,
  entries: 2_000,
} as const;
