import { CsvError, parse } from "csv-parse/sync";
import { collectBytes, shapeOf } from "@/ingest/spreadsheet-bytes";
import { FileRefusal, LIMITS } from "@/ingest/spreadsheet-refusal";
import { decodeText } from "@/ingest/spreadsheet-text";
import { readXlsx } from "@/ingest/spreadsheet-xlsx";

/** What reading had to clean or guess; each is a key of the message catalogue. */
export const CLEANED = [
  "windows-1252",
  "utf-16",
  "semicolons",
  "tabs",
  "hidden-characters",
  "empty-rows",
  "xlsx-first-sheet",
] as const;
export type Cleaned = (typeof CLEANED)[number];

/** A list as it stands in the file: headings, and rows of texts with the line each begins on (the first line is 1). */
export type RawList = { header: string[]; rows: { number: number; raw: string[] }[]; cleaned: Cleaned[] };

type Table = { number: number; cells: string[] }[];

/**
 * Reads a list from a file: CSV with commas, semicolons or tabs in any usual encoding, or the first sheet of an .xlsx.
 * Nothing in a cell is ever run. Single rows are not judged here (`domain/imports/read-list.ts` does).
 * @throws FileRefusal for what cannot be read as a table, as early as it shows.
 */
export async function readCampaignList(
  file: AsyncIterable<Uint8Array>,
): Promise<RawList & { bytes: Buffer }> {
  const bytes = await collectBytes(file);
  if (shapeOf(bytes) === "zip") {
    const rows = await readXlsx(bytes);
    const table = rows.map((cells, index) => ({ number: index + 1, cells }));
    return { ...toList(table, ["xlsx-first-sheet"]), bytes };
  }
  const { text, encoding } = decodeText(bytes);
  const cleaned: Cleaned[] = encoding === "utf-8" ? [] : [encoding];
  return { ...readText(text, cleaned), bytes };
}

/** As `readCampaignList`, for a table that was pasted from a spreadsheet (tabs) or typed (commas). */
export function readPastedList(text: string): RawList {
  if (text.trim() === "") throw new FileRefusal("empty");
  if (Buffer.byteLength(text) > LIMITS.bytes)
    throw new FileRefusal("too-large", null, String(LIMITS.bytes / 1024 / 1024));
  return readText(text.replace(/^\s*\n/, ""), []);
}

function readText(given: string, cleaned: Cleaned[]): RawList {
  // Characters that nobody sees, and those that turn text round; the rows' own cleaning takes care of line ends.
  const text = given.replace(/^\uFEFF/, "").replace(/(?![\t\n\r])[\p{Bidi_Control}\p{Cc}]/gu, "");
  const isPlain = text.length === given.replace(/^\uFEFF/, "").length;
  if (!isPlain) cleaned.push("hidden-characters");
  const delimiter = delimiterOf(text);
  if (delimiter === ";") cleaned.push("semicolons");
  if (delimiter === "\t") cleaned.push("tabs");
  return toList(parseTable(text, delimiter), cleaned);
}

/** Excel writes "sep=;" on a line of its own; otherwise the heading has more of it than of the others. */
function delimiterOf(text: string): string {
  const first = text.split(/\r?\n|\r/).find((line) => line.trim() !== "") ?? "";
  const said = /^sep=(.)$/i.exec(first.trim())?.[1];
  if (said) return said;
  const bare = first.replace(/"(?:[^"]|"")*"/g, "");
  const count = (mark: string) => bare.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function parseTable(text: string, delimiter: string): Table {
  const body = text.replace(/^sep=.\r?\n/i, "");
  const skipped = text.length === body.length ? 0 : 1;
  let parsed: { record: string[]; info: { lines: number } }[];
  try {
    parsed = parse(body, {
      delimiter,
      info: true,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      max_record_size: LIMITS.cell * 10,
      to: LIMITS.rows + 2,
    }) as unknown as typeof parsed;
  } catch (error) {
    throw refusalOf(error);
  }
  // `lines` is where a record ends; one with line breaks in its quotes began earlier.
  let before = skipped;
  return parsed.map(({ record, info }) => {
    const number = before + 1;
    before = info.lines + skipped;
    return { number, cells: record };
  });
}

function refusalOf(error: unknown): FileRefusal {
  if (!(error instanceof CsvError)) throw error;
  const line = typeof error.lines === "number" ? error.lines : null;
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return new FileRefusal("cut-off", line);
  if (error.code === "CSV_MAX_RECORD_SIZE") return new FileRefusal("cell-too-long", line);
  return new FileRefusal("quotes", line);
}

function toList(table: Table, cleaned: Cleaned[]): RawList {
  const isEmpty = ({ cells }: Table[number]) => cells.every((cell) => cell.trim() === "");
  const [head, ...body] = table.filter((line) => !isEmpty(line));
  if (!head) throw new FileRefusal("empty");
  const header = trimEnd(head.cells.map((cell) => cell.replace(/\s+/g, " ").trim()));
  checkHeader(header, head.number);
  if (body.length === 0) throw new FileRefusal("no-rows");
  if (body.length > LIMITS.rows) throw new FileRefusal("too-many-rows", null, String(LIMITS.rows));
  if (table.some((line, index) => isEmpty(line) && index < table.length - 1)) cleaned.push("empty-rows");
  for (const { number, cells } of body)
    if (cells.some((cell) => cell.length > LIMITS.cell)) throw new FileRefusal("cell-too-long", number);
  // A spreadsheet leaves out empty cells at the end of a row, and copying does.
  const isPadded = cleaned.includes("tabs") || cleaned.includes("xlsx-first-sheet");
  const rows = body.map(({ number, cells }) => ({
    number,
    raw: isPadded ? pad(cells, header.length) : cells,
  }));
  return { header, rows, cleaned };
}

function checkHeader(header: string[], line: number): void {
  if (header.length > LIMITS.columns) throw new FileRefusal("too-many-columns", line, String(LIMITS.columns));
  if (header.length < 2) throw new FileRefusal("one-column", line);
  const missing = header.indexOf("");
  if (missing !== -1) throw new FileRefusal("heading-missing", line, String(missing + 1));
  const plain = header.map((name) => name.toLowerCase());
  const twice = plain.find((name, index) => plain.indexOf(name) !== index);
  if (twice !== undefined) throw new FileRefusal("heading-twice", line, twice.slice(0, 100));
}

function trimEnd(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== "");
  return cells.slice(0, last + 1);
}

function pad(cells: string[], width: number): string[] {
  return [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => "")];
}
