import { guessMapping } from "@/domain/imports/columns";

/** So many known headings in a line are no accident. */
const KNOWN = 2;

const knownIn = (cells: readonly string[] | undefined) =>
  cells === undefined ? 0 : Object.keys(guessMapping(cells)).length;

/**
 * Which of the first lines holds the headings. Above them stand titles, notes and dates, which fill a cell or two of a line that has
 * many. A line with headings that we know comes first, of two that follow each other the one with more; else the first that is
 * at least half as full as the fullest.
 * @param lines cells of the first lines that are not empty
 * @returns an index; 0 for what has no table in it
 */
export function headingAt(lines: readonly (readonly string[])[]): number {
  const known = lines.findIndex((cells) => knownIn(cells) >= KNOWN);
  // Headings in two lines: what is merged over both stands in the second too.
  if (known !== -1) return knownIn(lines[known + 1]) > knownIn(lines[known]) ? known + 1 : known;
  const filled = lines.map((cells) => cells.filter((cell) => cell.trim() !== "").length);
  const enough = Math.max(2, Math.max(0, ...filled) / 2);
  return Math.max(
    0,
    filled.findIndex((count) => count >= enough),
  );
}

/**
 * Which of several sheets most likely holds the list: the one with most headings that we know, else the first that has a
 * table at all. A cover sheet or notes have neither.
 * @param sheets the first lines of each
 * @returns an index; 0 where none tells
 */
export function sheetWithList(sheets: readonly (readonly (readonly string[])[])[]): number {
  const known = sheets.map((lines) => knownIn(lines[headingAt(lines)]));
  const most = Math.max(0, ...known);
  if (most >= KNOWN) return known.indexOf(most);
  const isTable = (lines: readonly (readonly string[])[]) =>
    lines.filter((cells) => cells.filter((cell) => cell.trim() !== "").length > 1).length > 1;
  return Math.max(0, sheets.findIndex(isTable));
}
