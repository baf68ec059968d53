import type { ImportOutcome, RowDecision, RowPlan, RowProblem } from "@/domain/imports/outcome";
import type { RowFact } from "@/domain/imports/row-facts";
import type { RowQuestion } from "@/domain/imports/row-question";

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
  /** What its importer can say of it; null where nothing is asked. */
  question?: RowQuestion | null;
  published: "not" | "now" | "undone";
};
