import type { ImportRowStored } from "@/db/queries/imports";
import type { TypedAnswer } from "@/domain/imports/code-answer";
import type { RowDecision, RowProblem } from "@/domain/imports/outcome";
import { treatmentFunction } from "@/domain/services/treatment-functions";
import { extractRowOf } from "@/server/imports/extracts/filed-code";

/** A row of an extract as its importer works on it. */
export type CodeRow = {
  number: number;
  /** What the file says of the code; null for a service whose code it has no longer. */
  filed: { code: string; name: string; completed: number; waiting: number; specialties: string[] } | null;
  /** True where nobody has looked it up, or its importer did. */
  isAsked: boolean;
  answer: TypedAnswer;
  decision: RowDecision;
  problems: RowProblem[];
  warnings: RowProblem[];
};

/** What an importer has to know of a row to say who is behind its code. */
export function codeRowOf(row: ImportRowStored): CodeRow {
  const { item, answer, decision } = extractRowOf(row);
  const { number, problems, warnings, outcome } = row;
  return {
    ...{ number, problems, warnings, decision, answer: answer ?? {} },
    isAsked: "filed" in item && (outcome === "refused" || answer !== null),
    filed: "filed" in item ? countsOf(item.filed) : null,
  };
}

function countsOf({ code, name, cells }: { code: string; name: string; cells: readonly Cell[] }) {
  const sum = (of: (cell: Cell) => number) => cells.reduce((total, cell) => total + of(cell), 0);
  return {
    ...{ code, name },
    completed: sum(([, , admitted, nonAdmitted]) => admitted + nonAdmitted),
    waiting: sum(([, , , , waiting]) => waiting),
    specialties: [...new Set(cells.map(([, treatment]) => treatmentFunction(treatment).name))].sort(),
  };
}

type Cell = readonly [string, string, number, number, number, number];
