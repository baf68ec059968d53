import type { ProblemCode, RowDecision, RowProblem } from "@/domain/imports/outcome";

type Decision = NonNullable<RowDecision>;

/** By what is said about a row, what somebody can decide about it. Every row can be left out. */
const ASKED: Partial<Record<ProblemCode, readonly Decision[]>> = {
  "another-provider-there": ["other", "successor", "correction"],
  "provider-changes": ["other", "correction"],
  "successor-twice": ["other", "correction"],
  "tenure-before": ["other", "correction"],
  "provider-alike": ["new-provider"],
  "provider-alike-row": ["new-provider"],
  "provider-which": ["new-provider"],
  "could-be-sensitive": ["not-sensitive"],
};

/** What can be decided about a row: what its own problems and warnings ask, and what was decided before. */
export function decisionsOf({
  problems,
  warnings,
  decision,
}: {
  problems: readonly RowProblem[];
  warnings: readonly RowProblem[];
  decision: RowDecision;
}): Decision[] {
  const asked = [...problems, ...warnings].flatMap(({ code }) => ASKED[code] ?? []);
  return [...new Set<Decision>(["skip", ...asked, ...(decision === null ? [] : [decision])])];
}
