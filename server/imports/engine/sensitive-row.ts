import type { RowDecision, RowProblem } from "@/domain/imports/outcome";
import type { ServiceCategory } from "@/domain/services/category";
import { sensitiveWords } from "@/domain/services/revealing/sensitive-words";

/** What is to be said of a row whose words speak of care that is shown by area only. */
export type Remarks = { problems: RowProblem[]; warnings: RowProblem[] };

/**
 * What is to be said of a row that would publish where something is under these names and addresses. Where they speak of care
 * that is shown by area only it is refused: approving by a rule is no look at each row, so nothing but its importer's own answer
 * lets it through, and whoever approves it is told of that.
 * @param texts names of the place, of who runs it or it belongs to, and its address.
 */
export function remarksOnSensitive(
  texts: readonly string[],
  decision: RowDecision,
  isHidden: (category: ServiceCategory) => boolean,
): Remarks {
  const detail = sensitiveWords(texts.join(" / "), isHidden);
  if (detail === null) return { problems: [], warnings: [] };
  return decision === "not-sensitive"
    ? { problems: [], warnings: [{ column: null, code: "sensitive-words", detail }] }
    : { problems: [{ column: null, code: "could-be-sensitive", detail }], warnings: [] };
}
