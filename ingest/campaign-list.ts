import { headingAt, sheetWithList } from "@/domain/imports/heading-line";
import { GUESSED_LAYOUT, type ListLayout, type ReadLayout } from "@/domain/imports/list-layout";
import { collectBytes, shapeOf } from "@/ingest/spreadsheet-bytes";
import {
  csvLines,
  delimiterOf,
  type Line,
  type Lines,
  lineMaker,
  withoutHidden,
} from "@/ingest/spreadsheet-lines";
import { FileRefusal, LIMITS } from "@/ingest/spreadsheet-refusal";
import { encodingOf, textChunks } from "@/ingest/spreadsheet-text";
import { readWorkbook, type Workbook } from "@/ingest/workbook/read-workbook";

/** What reading had to clean or guess; each is a key of the message catalogue. */
export const CLEANED = [
  "windows-1252",
  "utf-16",
  "semicolons",
  "tabs",
  "hidden-characters",
  "empty-rows",
  "xlsx-first-sheet",
  "title-lines",
  "headings-named",
  "merged-cells",
] as const;
export type Cleaned = (typeof CLEANED)[number];

/** A row as it stands in the file, with the number of the line it begins on. */
export type FileRow = { number: number; raw: string[] };

/** A list whose headings were read and whose rows are read when they are asked for. */
export type CampaignList = {
  header: string[];
  /**
   * The rows in their order, at most 500 at a time. Each call reads from the first row on and throws FileRefusal as soon
   * as something is no table.
   */
  slices: () => AsyncGenerator<FileRow[]>;
  /** What had to be cleaned or guessed in what was read so far. */
  cleaned: () => Cleaned[];
  /** Null for what is no table. */
  layout: ReadLayout | null;
};

/** Rows that are handled at a time. */
const SLICE = 500;

/**
 * Opens a list in a file: CSV with commas, semicolons or tabs in any usual encoding, or one sheet of an .xlsx or .ods: the one that is
 * named, else of those that are not hidden the one that looks like the list.
 * Nothing in a cell is ever run. Single rows are not judged here (`domain/imports/read-list.ts` does).
 * @throws FileRefusal for what cannot be read as a table, as early as it shows.
 */
export async function openCampaignList(
  file: AsyncIterable<Uint8Array>,
  asked: ListLayout = GUESSED_LAYOUT,
): Promise<CampaignList> {
  const bytes = await collectBytes(file);
  if (shapeOf(bytes) === "zip") return openWorkbook(bytes, asked);
  const encoding = encodingOf(bytes);
  const cleaned = new Set<Cleaned>();
  if (encoding !== "utf-8") cleaned.add(encoding === "windows-1252" ? encoding : "utf-16");
  return openText(() => textChunks(bytes, encoding), cleaned, asked);
}

async function openWorkbook(bytes: Buffer, asked: ListLayout): Promise<CampaignList> {
  const { withHidden } = asked;
  const read = (sheet: string | number | null) => readWorkbook(bytes, {}, { sheet, withHidden });
  let book = await read(asked.sheet || null);
  const looked = [...book.sheets.keys()].filter((at) => (book.sheets[at]?.head.length ?? 0) > 0);
  const likely = looked[sheetWithList(looked.map((at) => book.sheets[at]?.head ?? []))];
  if (likely !== undefined && likely !== book.chosen) book = await read(likely);
  const { rows, sheets, chosen, hiddenRows, hiddenColumns, merged } = book;
  const cleaned = new Set<Cleaned>(["xlsx-first-sheet"]);
  if (merged > 0) cleaned.add("merged-cells");
  const lines = () => workbookLines(rows, () => cleaned.add("hidden-characters"));
  const layout = {
    sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    sheet: sheets[chosen]?.name ?? null,
    hiddenRows,
    hiddenColumns,
    withHidden,
  };
  return openLines(lines, cleaned, { ...layout, heading: asked.heading });
}

/** As `openCampaignList`, for a table that was pasted from a spreadsheet (tabs) or typed (commas). */
export async function openPastedList(
  text: string,
  asked: ListLayout = GUESSED_LAYOUT,
): Promise<CampaignList> {
  if (text.trim() === "") throw new FileRefusal("empty");
  if (Buffer.byteLength(text) > LIMITS.bytes)
    throw new FileRefusal("too-large", null, String(LIMITS.bytes / 1024 / 1024));
  return openText(() => [text.replace(/^\uFEFF/, "").replace(/^\s*\n/, "")], new Set(), asked);
}

/** Of a workbook only rows come that are not empty: where a number is missing there was one that is. */
function* workbookLines(rows: Workbook["rows"], hidden: () => void): Generator<Line> {
  const toLine = lineMaker();
  let last = 0;
  for (const [number, cells] of rows()) {
    const line = toLine([...withoutHidden(cells, hidden)], number, number > last + 1);
    if (line) yield line;
    last = number;
  }
}

const NO_SHEETS = { sheets: [], sheet: null, hiddenRows: 0, hiddenColumns: 0, withHidden: false };

function openText(
  pieces: () => Iterable<string>,
  cleaned: Set<Cleaned>,
  { heading }: ListLayout,
): Promise<CampaignList> {
  const text = () => withoutHidden(pieces(), () => cleaned.add("hidden-characters"));
  const parted = delimiterOf(text());
  if (parted.delimiter === ";") cleaned.add("semicolons");
  if (parted.delimiter === "\t") cleaned.add("tabs");
  return openLines(() => csvLines(text(), parted), cleaned, { ...NO_SHEETS, heading });
}

type Layout = Omit<ReadLayout, "heading"> & { heading: number | null };

/** @throws FileRefusal */
export async function openLines(
  lines: Lines,
  cleaned: Set<Cleaned>,
  layout: Layout = { ...NO_SHEETS, heading: null },
): Promise<CampaignList> {
  const { passed, first } = await firstOf(lines, layout.heading ?? 0);
  const inFirst = layout.heading === null ? headingAt(first.map(({ cells }) => cells)) : 0;
  const head = first[inFirst];
  if (layout.heading !== null && head?.number !== layout.heading)
    throw new FileRefusal("no-heading-row", null, String(layout.heading));
  if (!head) throw new FileRefusal("empty");
  const at = passed + inFirst;
  if (at > 0) cleaned.add("title-lines");
  const header = headingsOf(head, first.slice(inFirst + 1), () => cleaned.add("headings-named"));
  checkHeader(header, head.number);
  // A spreadsheet leaves out empty cells at the end of a row, and copying does.
  const width = cleaned.has("tabs") || cleaned.has("xlsx-first-sheet") ? header.length : 0;
  return {
    header,
    layout: { ...layout, heading: head.number },
    cleaned: () => CLEANED.filter((known) => cleaned.has(known)),
    slices: () => slicesOf(lines, { skip: at + 1, width }, () => cleaned.add("empty-rows")),
  };
}

/** So many lines are looked at to tell the headings from titles and notes above them. */
const LOOKED_AT = 30;

/** @param from the number of the line to begin with; `passed` are those before it. */
async function firstOf(lines: Lines, from: number): Promise<{ passed: number; first: Line[] }> {
  const first: Line[] = [];
  let passed = 0;
  for await (const line of lines()) {
    if (line.number < from) passed += 1;
    else first.push(line);
    if (first.length === LOOKED_AT) break;
  }
  return { passed, first };
}

/** Every heading by a name of its own: what is under one without a name, or with another's, is a column all the same. */
function headingsOf({ cells, number: line }: Line, below: readonly Line[], named: () => void): string[] {
  const isUsed = (index: number) => below.some((line) => (line.cells[index] ?? "").trim() !== "");
  const plain = cells.map((cell) => cell.replace(/\s+/g, " ").trim());
  const width = plain.findLastIndex((text, index) => text !== "" || isUsed(index)) + 1;
  // Before they are told apart, which takes the longer the more of one name there are.
  if (width > LIMITS.columns) throw new FileRefusal("too-many-columns", line, String(LIMITS.columns));
  const seen = new Set<string>();
  return plain.slice(0, width).map((text, index) => {
    let name = text === "" ? `Column ${index + 1}` : text;
    for (let again = 2; seen.has(name.toLowerCase()); again += 1) name = `${text || "Column"} (${again})`;
    seen.add(name.toLowerCase());
    if (name !== text) named();
    return name;
  });
}

async function* slicesOf(
  lines: Lines,
  { skip, width }: { skip: number; width: number },
  foundEmpty: () => void,
): AsyncGenerator<FileRow[]> {
  let rows = -skip; // titles and the headings
  let slice: FileRow[] = [];
  for await (const { number, cells, isAfterEmpty } of lines()) {
    rows += 1;
    if (isAfterEmpty) foundEmpty();
    if (rows <= 0) continue;
    if (rows > LIMITS.rows) throw new FileRefusal("too-many-rows", null, String(LIMITS.rows));
    if (cells.some((cell) => cell.length > LIMITS.cell)) throw new FileRefusal("cell-too-long", number);
    slice.push({ number, raw: pad(cells, width) });
    if (slice.length < SLICE) continue;
    yield slice;
    slice = [];
  }
  if (rows < 1) throw new FileRefusal("no-rows");
  if (slice.length > 0) yield slice;
}

function checkHeader(header: string[], line: number): void {
  if (header.length < 2) throw new FileRefusal("one-column", line);
}

function pad(cells: string[], width: number): string[] {
  return [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => "")];
}
