import { guessMapping } from "@/domain/imports/columns";

/** So many known headings in a line are no accident. */
const KNOWN = 2;

/**
 * Which of the first lines holds the headings. Above them stand titles, notes and dates, which fill a cell or two of a line that has
 * many. A line with headings that we know comes first; else the first that is at least half as full as the fullest.
 * @param lines cells of the first lines that are not empty
 * @returns an index; 0 for what has no table in it
 */
export function headingAt(lines: readonly (readonly string[])[]): number {
  const known = lines.findIndex((cells) => Object.keys(guessMapping(cells)).length >= KNOWN);
  if (known !== -1) return known;
  const filled = lines.map((cells) => cells.filter((cell) => cell.trim() !== "").length);
  const enough = Math.max(2, Math.max(0, ...filled) / 2);
  return Math.max(
    0,
    filled.findIndex((count) => count >= enough),
  );
}
