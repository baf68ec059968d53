import type { ImportOutcome, RowDecision, RowPlan, RowProblem } from "@/domain/imports/outcome";
import type { RowFact } from "@/domain/imports/row-facts";

/** A row of an import as a page shows it. */
export type RowRead = {
  number: number;
  /** As the file has them, without what tells a place that is kept nowhere. */
  cells: readonly string[];
  outcome: ImportOutcome;
  problems: readonly RowProblem[];
  warnings: readonly RowProblem[];
  plan: RowPlan | null;
  facts: readonly RowFact[];
  decision: RowDecision;
  published: "not" | "now" | "undone";
};
