import { parse_zip as parseParts } from "@e965/xlsx";
import { hiddenTables } from "./hidden-tables.mjs";
import { WorkbookRefused } from "./refused.mjs";

/** @typedef {{ name: string, isHidden: boolean }} Sheet */
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

/**
 * The sheets of a workbook, and the rows of the first one that is not hidden. A formula is what was last worked out for it.
 * @param {Map<string, Buffer>} parts
 * @returns {{ sheets: Sheet[], chosen: number, rows: () => Generator<[number, string[]]> }}
 */
export function sheetReader(parts) {
  // The reader asks for these two although nothing of ours is in them, and some programs leave them out.
  if (parts.has("content.xml"))
    for (const name of ["META-INF/manifest.xml", "styles.xml"])
      if (!parts.has(name)) parts.set(name, Buffer.from("<none/>"));
  const read = (/** @type {number} */ sheet) =>
    parseParts(
      {
        FullPaths: [...parts.keys()],
        FileIndex: [...parts].map(([name, content]) => ({ name, content, type: 2 })),
      },
      { ...OPTIONS, sheets: sheet },
    );
  const book = read(-1);
  const hidden = hiddenTables(parts.get("content.xml"));
  /** @type {Sheet[]} */
  const sheets = book.SheetNames.map((/** @type {string} */ name, /** @type {number} */ at) => ({
    name,
    isHidden: hidden[at] ?? (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0,
  }));
  for (const [chosen, { name, isHidden }] of sheets.entries()) {
    if (isHidden) continue;
    // A workbook of OpenDocument is in one part and was read as a whole.
    const sheet = book.Sheets[name] ?? read(chosen).Sheets[name];
    if (sheet === undefined) throw new WorkbookRefused("xlsx-damaged");
    if (sheet["!type"] === "chart") continue;
    return { sheets, chosen, rows: () => filledRows(sheet["!data"] ?? []) };
  }
  throw new WorkbookRefused(sheets.length === 0 ? "xlsx-damaged" : "empty");
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
