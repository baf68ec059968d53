import type { RowQuestion } from "@/domain/imports/row-question";
import { treatmentFunction } from "@/domain/services/treatment-functions";
import type { SeenRow, StoredRow } from "@/server/imports/engine/import-format";
import type { ExtractItem, FiledCode } from "@/server/imports/extracts/filed-code";

/** Rows of an extract: what its importer has to know of each to say who is behind its code. */
export function showCodes(rows: readonly StoredRow<ExtractItem>[]): SeenRow[] {
  return rows.map(({ item, ...row }) => ({
    ...row,
    cells: [],
    facts: [],
    question: questionOf(item, isCodeAsked({ ...row, item })),
  }));
}

/** Whether its importer says who is behind a code: nobody has looked it up, or they said so already. */
export function isCodeAsked({ item, problems }: Pick<StoredRow<ExtractItem>, "item" | "problems">): boolean {
  return item.answer !== null || problems.some(({ code }) => code !== "could-be-sensitive");
}

function questionOf(item: ExtractItem, isAsked: boolean): RowQuestion {
  const answer = item.answer ?? {};
  if (!("filed" in item)) return { kind: "code", filed: null, isAsked: false, answer };
  return { kind: "code", filed: countsOf(item.filed), isAsked, answer };
}

function countsOf({ code, name, cells }: FiledCode) {
  const sum = (of: (cell: FiledCode["cells"][number]) => number) =>
    cells.reduce((total, cell) => total + of(cell), 0);
  return {
    code,
    name,
    completed: sum(([, , admitted, nonAdmitted]) => admitted + nonAdmitted),
    waiting: sum(([, , , , waiting]) => waiting),
    specialties: [...new Set(cells.map(([, treatment]) => treatmentFunction(treatment).name))].sort(),
  };
}
