import type { Db } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import type { TypedAnswer } from "@/domain/imports/code-answer";
import type { RowDecision, RowProblem } from "@/domain/imports/outcome";
import { treatmentFunction } from "@/domain/services/treatment-functions";
import { extractRowOf } from "@/server/imports/extracts/filed-code";
import { loadImportRow } from "@/server/imports/load-import";

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

/** @throws NotAllowedError; NotFoundError for a row that the import does not have. */
export async function loadCodeRow(
  db: Db,
  actor: AnyActor,
  batchId: string,
  number: number,
): Promise<CodeRow> {
  const row = await loadImportRow(db, actor, batchId, number);
  const { item, answer, decision } = extractRowOf(row);
  const { problems, warnings, outcome } = row;
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
