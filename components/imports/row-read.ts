import type { ImportOutcome, RowDecision, RowPlan, RowProblem } from "@/domain/imports/outcome";

/** A row of an import as a page shows it. */
export type RowRead = {
  number: number;
  raw: readonly string[];
  outcome: ImportOutcome;
  problems: readonly RowProblem[];
  warnings: readonly RowProblem[];
  plan: RowPlan | null;
  decision: RowDecision;
  isApplied: boolean;
};
