import { readCategory } from "@/domain/imports/closed-words";
import { type ColumnMapping, IMPORT_COLUMNS } from "@/domain/imports/columns";
import type { RowProblem } from "@/domain/imports/outcome";
import { notKept } from "@/domain/imports/read-row";
import type { ServiceCategory } from "@/domain/services/category";
import { sensitiveWords } from "@/domain/services/revealing/sensitive-words";

/** Where a service that is shown by area only is must be kept nowhere: not in a refused row of an import either. */

type IsHidden = (category: ServiceCategory) => boolean;

/** The columns by which somebody could find a place. */
const TELLING: ReadonlySet<RowProblem["column"]> = new Set([
  "place",
  "address",
  "town",
  "postcode",
  "latitude",
  "longitude",
  "register-code",
  "note",
]);
export const isTelling = (column: RowProblem["column"]) => column === null || TELLING.has(column);

/** What stands where something was taken away and no area is known. */
export const NOTHING_KEPT = "(not kept)";

/** False for what stands where a place was taken away: words of ours, and no name of anything. */
export const isKept = (place: string) => !place.startsWith(NOTHING_KEPT);

/**
 * Tells whether a row is of a category that is shown by area only. Where its category cannot be read (no column is
 * chosen, cells have moved, a word is misspelt), any cell that names such care is enough.
 */
export function namesHidden(raw: readonly string[], mapping: ColumnMapping, isHidden: IsHidden): boolean {
  const at = mapping.category;
  const category = at === undefined ? null : readCategory(raw[at] ?? "");
  if (category !== null) return isHidden(category);
  return raw.some((cell, index) => mentionsHidden(cell, isHidden, index === at));
}

/** Whether nobody can say of which kind of care a row is: no column is chosen for it, or its word is none that we know. */
export function isKindUnread(raw: readonly string[], { category: at }: ColumnMapping): boolean {
  return at === undefined || readCategory(raw[at] ?? "") === null;
}

function mentionsHidden(cell: string, isHidden: IsHidden, asKind: boolean): boolean {
  const category = readCategory(cell);
  return category !== null ? isHidden(category) : sensitiveWords(cell, isHidden, asKind) !== null;
}

/**
 * Whether words of a row say such care and nobody has said that it is other care. Its cells are there for the importer, who
 * has to answer, for nobody else, and no longer than the import is open.
 */
export function couldBeHidden(problems: readonly RowProblem[]): boolean {
  return problems.some(({ code }) => code === "could-be-sensitive");
}

/** Said of a row whose texts would tell where care is that is shown by area only; the detail is the words. */
const TELLS_PLACE: ReadonlySet<RowProblem["code"]> = new Set(["reveals-place", "source-reveals-place"]);

/**
 * Whether texts of a row, or of the list's source, would tell where its care is. Its cells too are there for the importer
 * alone and while the import is open: without them nobody could tell whether what was repaired still tells it.
 */
export function tellsPlace(problems: readonly RowProblem[]): boolean {
  return problems.some(({ code }) => TELLS_PLACE.has(code));
}

/**
 * The cells without all that tells where the service is. Cells that no column is chosen for may tell as well, and so may
 * all cells of a row that has too many or too few of them.
 * @param width how many headings the file has.
 * @param areaId the health body's area that stands for the place, if it is known.
 */
export function withoutPlace(
  raw: readonly string[],
  { mapping, width, areaId }: { mapping: ColumnMapping; width: number; areaId: string | null },
): string[] {
  const isShaped = raw.length >= width && raw.slice(width).every((cell) => cell.trim() === "");
  const columns = new Map(IMPORT_COLUMNS.map((column) => [mapping[column], column]));
  return raw.map((cell, at) => {
    const column = columns.get(at);
    if (!isShaped || column === undefined) return "";
    if (column === "place") return areaId === null ? NOTHING_KEPT : notKept(areaId);
    return TELLING.has(column) ? "" : cell;
  });
}

/** Problems whose detail is a number, or nothing. */
const TELL_NOTHING: ReadonlySet<RowProblem["code"]> = new Set([
  "required",
  "too-long",
  "too-few-cells",
  "where-missing",
  "key-twice",
  "row-twice",
  "place-not-kept",
]);

/** The problems of such a row, without the words of the row that they quote. */
export function problemsWithoutPlace(problems: readonly RowProblem[]): RowProblem[] {
  return problems.map((problem) =>
    TELLS_PLACE.has(problem.code) || (isTelling(problem.column) && !TELL_NOTHING.has(problem.code))
      ? { ...problem, detail: NOTHING_KEPT }
      : problem,
  );
}
