import type { Readable } from "node:stream";
import { parse } from "csv-parse";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { recordOf } from "@/domain/lists/keys-of";
import { DAMAGED_ZIP, IngestRefusal } from "./refusal";

/** What the parts of the extract are about, by the publisher's names of them. */
const PARTS = {
  Part_1A: "admitted",
  Part_1B: "non-admitted",
  Part_2: "waiting",
  Part_2A: "waiting-with-decision",
  Part_3: "new-periods",
} as const;

/**
 * Completed with an admission, completed without one, waiting at the month's end, those of the waiting whose admission
 * was decided (they are among the waiting: never add the two), and periods that began in the month.
 */
export type RttPart = (typeof PARTS)[keyof typeof PARTS];

/** One row: how many pathways of one part one provider had for one commissioner in one treatment function. */
export type RttRow = {
  /** The line of the CSV; the header is line 1. */
  line: number;
  /** The month, such as "2026-04". */
  period: string;
  providerCode: string;
  providerName: string;
  /** ODS code of the integrated care board that the provider is filed under; "" where there is none. */
  providerHealthBody: string;
  commissionerCode: string;
  commissionerName: string;
  /** ODS code of the integrated care board of the commissioner; "" for those outside any health body. */
  commissionerHealthBody: string;
  part: RttPart;
  /** Such as "C_130"; `TOTAL_FUNCTION` on rows that sum the others. */
  functionCode: string;
  functionName: string;
  /** "Total All": pathways, those whose start is not known among them. */
  pathways: number;
};

/** The treatment function of rows that repeat, as a sum, what the other rows of the same key say. */
export const TOTAL_FUNCTION = "C_999";

const KEY_COLUMNS = [
  "Period",
  "Provider Parent Org Code",
  "Provider Org Code",
  "Provider Org Name",
  "Commissioner Parent Org Code",
  "Commissioner Org Code",
  "Commissioner Org Name",
  "RTT Part Type",
  "Treatment Function Code",
  "Treatment Function Name",
  "Total All",
] as const;
const UNKNOWN_START = "Patients with unknown clock start date";
type Column = (typeof KEY_COLUMNS)[number];
/** Where the columns are. `parts` are the weeks waited and those whose start is not known: they come to the total. */
type Layout = { at: Record<Column, number>; parts: { index: number; name: string }[]; width: number };

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
/** Bytes of the CSV, which is 82 MB for April 2026: what unpacks to three times that is no month's extract. */
export const LARGEST_CSV = 250_000_000;
/** Characters of one row, which has 1,000: where a quote is never closed the rest of the file would be one. */
const LONGEST_ROW = 20_000;

/**
 * Streams NHS England's full extract of referral-to-treatment waiting times: one CSV in a zip, about 180,000 rows. Rows
 * of the total function come through too, for the caller to check against: they must never be added to the others.
 * @throws IngestRefusal naming the row and column that are not what the publisher's layout says.
 */
export async function* readRttExtract(file: string, zip: Buffer): AsyncGenerator<RttRow> {
  yield* readRttCsv(file, await openOnlyCsv(file, zip), new IngestRefusal(file, DAMAGED_ZIP));
}

/**
 * The same of the CSV itself, as it comes.
 * @param broken what to say where the bytes stop coming; without it, what stopped them.
 * @throws IngestRefusal as `readRttExtract`
 */
export async function* readRttCsv(
  file: string,
  bytes: Readable,
  broken?: IngestRefusal,
): AsyncGenerator<RttRow> {
  const rows = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  // A damaged archive fails on its own stream; `pipe` would not pass that on.
  bytes.on("error", (error) => rows.destroy(broken ?? error));
  bytes.pipe(rows);
  let layout: Layout | undefined;
  let line = 0;
  try {
    for await (const cells of rows) {
      line += 1;
      if (layout === undefined) layout = readHeader(file, cells);
      else yield readRow(file, line, cells, layout);
    }
  } catch (error) {
    if (error instanceof IngestRefusal) throw error;
    const at = error instanceof Error && "lines" in error ? Number(error.lines) : line + 1;
    throw new IngestRefusal(file, error instanceof Error ? error.message : String(error), at);
  } finally {
    bytes.destroy();
  }
  if (line < 2) throw new IngestRefusal(file, "no rows in it");
}

async function openOnlyCsv(file: string, zip: Buffer): Promise<Readable> {
  let archive: ZipFile;
  try {
    archive = await fromBufferPromise(zip, { autoClose: false });
  } catch {
    throw new IngestRefusal(file, DAMAGED_ZIP);
  }
  let found: Entry | undefined;
  try {
    for await (const entry of archive.eachEntry()) {
      if (!/\.csv$/i.test(entry.fileName)) continue;
      if (found !== undefined) throw new IngestRefusal(file, "more than one CSV in it");
      if (entry.uncompressedSize > LARGEST_CSV) throw new IngestRefusal(file, "the CSV in it is too large");
      found = entry;
    }
    if (found === undefined) throw new IngestRefusal(file, "no CSV in it");
    // Only now: an archive that lies about its size fails on this stream, and somebody has to be listening by then.
    return await archive.openReadStreamPromise(found);
  } catch (error) {
    if (error instanceof IngestRefusal) throw error;
    throw new IngestRefusal(file, DAMAGED_ZIP);
  }
}

function readHeader(file: string, cells: string[]): Layout {
  const find = (column: string) => {
    const index = cells.indexOf(column);
    if (index === -1) throw new IngestRefusal(file, "this column is missing", 1, column);
    return index;
  };
  const at = recordOf(KEY_COLUMNS, find);
  const parts = cells.flatMap((name, index) =>
    /^Gt \d+ (To \d+ )?Weeks SUM 1$/.test(name) ? [{ index, name }] : [],
  );
  if (parts.length === 0) throw new IngestRefusal(file, "no columns of weeks waited", 1);
  parts.push({ index: find(UNKNOWN_START), name: UNKNOWN_START });
  return { at, parts, width: cells.length };
}

function readRow(file: string, line: number, cells: string[], layout: Layout): RttRow {
  if (cells.length !== layout.width) {
    throw new IngestRefusal(file, `${cells.length} columns, not ${layout.width}`, line);
  }
  const cell = (column: Column) => (cells[layout.at[column]] ?? "").trim();
  const refuse = (column: Column, reason: string) =>
    new IngestRefusal(file, `"${cell(column)}" ${reason}`, line, column);
  const code = (column: Column, pattern: RegExp) => {
    if (!pattern.test(cell(column))) throw refuse(column, "is not a code");
    return cell(column);
  };
  const part = PARTS[cell("RTT Part Type") as keyof typeof PARTS];
  if (part === undefined) throw refuse("RTT Part Type", "is not a part of the extract");
  const period = readPeriod(cell("Period"));
  if (period === null) throw refuse("Period", "is not a month such as RTT-April-2026");
  const pathways = wholeNumber(cell("Total All"));
  if (pathways === null) throw refuse("Total All", "is not a number of pathways");
  checkWeeks(file, line, cells, layout, part, pathways);
  return {
    line,
    period,
    providerCode: code("Provider Org Code", /^[A-Z0-9]{3,8}$/),
    providerName: cell("Provider Org Name"),
    providerHealthBody: code("Provider Parent Org Code", /^([A-Z0-9]{3,8})?$/),
    commissionerCode: code("Commissioner Org Code", /^[A-Z0-9]{3,8}$/),
    commissionerName: cell("Commissioner Org Name"),
    commissionerHealthBody: code("Commissioner Parent Org Code", /^([A-Z0-9]{3,8})?$/),
    part,
    functionCode: code("Treatment Function Code", /^[A-Z0-9_]{3,6}$/),
    functionName: cell("Treatment Function Name"),
    pathways,
  };
}

/** The weeks waited must come to the total; new periods have no weeks, only the total. */
function checkWeeks(
  file: string,
  line: number,
  cells: string[],
  layout: Layout,
  part: RttPart,
  pathways: number,
): void {
  if (part === "new-periods") return;
  let sum = 0;
  for (const { index, name } of layout.parts) {
    const number = wholeNumber(cells[index] ?? "");
    if (number === null) throw new IngestRefusal(file, `"${cells[index]}" is not a number`, line, name);
    sum += number;
  }
  if (sum !== pathways) {
    throw new IngestRefusal(file, `the weeks come to ${sum}, not ${pathways}`, line, "Total All");
  }
}

/** Digits only; nothing at all is 0, as the publisher leaves cells empty that do not apply. */
function wholeNumber(text: string): number | null {
  return /^\d{0,9}$/.test(text) ? Number(text) : null;
}

function readPeriod(text: string): string | null {
  const [, name = "", year] = /^RTT-([A-Z][a-z]+)-(\d{4})$/.exec(text) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  return month === 0 ? null : `${year}-${String(month).padStart(2, "0")}`;
}
