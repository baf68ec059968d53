import { parse_zip as parseParts } from "@e965/xlsx";
import { hiddenParts, hiddenTables } from "./hidden-parts.mjs";
import { WorkbookRefused } from "./refused.mjs";

/** @typedef {{ name: string, isHidden: boolean, head: string[][] }} Sheet */
/** @typedef {{ t: string, v?: unknown }} Cell */

const OPTIONS = {
  dense: true,
  cellDates: true,
  UTC: true,
  cellFormula: false,
  cellHTML: false,
  cellText: false,
};
/** What Excel stores an error as, and shows it as. */
const ERRORS = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
]);

/** So many lines of so many sheets tell in which of them the list is. */
const HEAD = { sheets: 12, lines: 30, cells: 60, letters: 80 };
/** Cells that a merged one may stand for, in all. */
const MOST_MERGED = 500_000;

/**
 * The sheets of a workbook, and the rows of one: the one that is named, else the first that is not hidden. A formula is what was
 * last worked out for it. A cell that was merged over several rows stands in each of them that has others.
 * @param {Map<string, Buffer>} parts
 * @param {{ sheet: string | number | null, withHidden: boolean, lastColumn: number }} asked
 * @returns {{ sheets: Sheet[], chosen: number, counts: { hiddenRows: number, hiddenColumns: number, merged: number }, rows: () => Generator<[number, string[]]> }}
 */
export function sheetReader(parts, { sheet: named, withHidden, lastColumn }) {
  // The reader asks for these two although nothing of ours is in them, and some programs leave them out.
  if (parts.has("content.xml"))
    for (const name of ["META-INF/manifest.xml", "styles.xml"])
      if (!parts.has(name)) parts.set(name, Buffer.from("<none/>"));
  const read = (/** @type {number | number[]} */ sheets, /** @type {object} */ more = {}) =>
    parseParts(
      {
        FullPaths: [...parts.keys()],
        FileIndex: [...parts].map(([name, content]) => ({ name, content, type: 2 })),
      },
      { ...OPTIONS, sheets, ...more },
    );
  const book = read(-1);
  const hidden = hiddenTables(parts.get("content.xml"));
  /** @type {Sheet[]} */
  const sheets = book.SheetNames.map((/** @type {string} */ name, /** @type {number} */ at) => ({
    name,
    isHidden: hidden[at] ?? (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0,
    head: [],
  }));
  const isMeant = ({ name, isHidden }, at) =>
    named === null
      ? !isHidden
      : named === at || name.trim().toLowerCase() === String(named).trim().toLowerCase();
  const meant = [...sheets.keys()].filter((at) => isMeant(sheets[at], at));
  if (named !== null && meant.length === 0)
    throw new WorkbookRefused(
      "no-sheet",
      sheets
        .map(({ name }) => name)
        .join(", ")
        .slice(0, 300),
    );
  // A workbook of OpenDocument is in one part and was read as a whole.
  const isWhole = sheets.some(({ name }) => book.Sheets[name] !== undefined);
  if (named === null && meant.length > 1) {
    const looked = meant.slice(0, HEAD.sheets);
    const heads = isWhole ? book : read(looked, { sheetRows: HEAD.lines * 2 });
    for (const at of looked) sheets[at].head = headOf(heads.Sheets[sheets[at].name]);
  }
  for (const chosen of meant) {
    const { name } = sheets[chosen];
    const sheet = book.Sheets[name] ?? read(chosen).Sheets[name];
    if (sheet === undefined) throw new WorkbookRefused("xlsx-damaged");
    if (sheet["!type"] === "chart") continue;
    const counts = { hiddenRows: 0, hiddenColumns: 0, merged: 0 };
    const data = sheet["!data"] ?? [];
    counts.merged = fillMerged(data, sheet["!merges"] ?? []);
    const unseen = hiddenParts(parts, chosen, lastColumn);
    return { sheets, chosen, counts, rows: () => seenRows(data, unseen, { counts, withHidden }) };
  }
  throw new WorkbookRefused(sheets.length === 0 ? "xlsx-damaged" : "empty");
}

/** The first lines of a sheet, as far as they tell what it is. */
function headOf(/** @type {any} */ sheet) {
  const lines = [];
  for (const [, cells] of filledRows(sheet?.["!data"] ?? [])) {
    lines.push(cells.slice(0, HEAD.cells).map((cell) => cell.slice(0, HEAD.letters)));
    if (lines.length === HEAD.lines) break;
  }
  return lines;
}

/**
 * Writes what stands in a cell that was merged downwards into the rows below, where those have something of their own.
 * @param {Cell[][]} data
 * @param {{ s: { r: number, c: number }, e: { r: number } }[]} merges
 * @returns {number} how many cells were filled
 */
function fillMerged(data, merges) {
  let looked = 0;
  let filled = 0;
  for (const { s: from, e: to } of merges) {
    const cell = data[from.r]?.[from.c];
    if (to.r === from.r || cellText(cell) === "") continue;
    for (let row = from.r + 1; row <= Math.min(to.r, data.length - 1); row += 1) {
      looked += 1;
      if (looked > MOST_MERGED) throw new WorkbookRefused("workbook-heavy");
      const cells = data[row];
      if (!cells?.some((other) => cellText(other) !== "") || cellText(cells[from.c]) !== "") continue;
      cells[from.c] = cell;
      filled += 1;
    }
  }
  return filled;
}

/**
 * Rows as somebody sees them who opens the workbook, and counts what they do not see.
 * @param {Cell[][]} data with holes
 * @param {import("./hidden-parts.mjs").Hidden} unseen
 * @param {{ counts: { hiddenRows: number, hiddenColumns: number }, withHidden: boolean }} told
 * @returns {Generator<[number, string[]]>}
 */
function* seenRows(data, unseen, { counts, withHidden }) {
  const used = new Set();
  for (const [number, cells] of filledRows(data)) {
    const isRowHidden = unseen.rows(number - 1);
    if (isRowHidden) counts.hiddenRows += 1;
    for (const at of unseen.columns) if ((cells[at] ?? "") !== "") used.add(at);
    counts.hiddenColumns = used.size;
    if (withHidden) yield [number, cells];
    else if (!isRowHidden) {
      const seen = unseen.columns.size === 0 ? cells : cells.filter((_, at) => !unseen.columns.has(at));
      if (seen.some((cell) => cell !== "")) yield [number, seen];
    }
  }
}

/**
 * @param {Cell[][]} data with holes
 * @returns {Generator<[number, string[]]>}
 */
function* filledRows(data) {
  // By what is there: a single cell far down makes a list of a hundred million holes.
  for (const row of Object.keys(data).map(Number)) {
    const cells = data[row] ?? [];
    const texts = Array.from(cells, cellText);
    const width = texts.findLastIndex((text) => text !== "") + 1;
    if (width > 0) yield [row + 1, texts.slice(0, width)];
  }
}

/** @param {Cell | undefined} cell */
function cellText(cell) {
  const value = cell?.v;
  if (value === undefined || value === null || cell?.t === "z") return "";
  if (cell?.t === "e") return ERRORS.get(Number(value)) ?? "#N/A";
  // The reader copies a repeated cell by way of JSON, where its date became a text.
  if (cell?.t === "d" || value instanceof Date) return dayOf(new Date(/** @type {string} */ (value)));
  return typeof value === "number" ? numberText(value) : String(value).trim();
}

/** @param {Date} date */
const dayOf = (date) => (Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10));

/**
 * A spreadsheet stores 54.8965 as 54.896500000000003.
 * @param {number} value
 */
const numberText = (value) => String(Number.isInteger(value) ? value : Number(value.toPrecision(14)));
