import type { ImportRowStored, NewImportRow } from "@/db/queries/imports";
import { countOutcomes } from "@/domain/imports/outcome";
import type { PlannedItem, RegisterItem } from "@/server/imports/register-rows";

/** A register's rows as they are stored: `raw` holds what the row is made from, so that it can be planned again. */
export function rowsOfItems(
  batchId: string,
  items: readonly PlannedItem[],
  numberOf: (index: number) => number = (index) => index + 1,
): NewImportRow[] {
  return items.map(({ item, outcome, warnings, plan }, index) => ({
    batchId,
    number: numberOf(index),
    raw: [JSON.stringify(item)],
    parsed: null,
    outcome,
    problems: [],
    warnings,
    plan,
    decision: null,
  }));
}

/** What the rows of a register are made from. */
export function itemOf({ raw }: Pick<ImportRowStored, "raw">): RegisterItem {
  return JSON.parse(raw[0] ?? "null") as RegisterItem;
}

/** @param repeated how many entries of the edition say what is known already; they have no row. */
export function countItems(
  rows: readonly Pick<NewImportRow, "outcome" | "warnings">[],
  repeated: number,
): Record<string, number> {
  const counts = countOutcomes(
    rows.map(({ outcome, warnings }) => ({ outcome, warnings: warnings as unknown[], decision: null })),
  );
  const unchanged = (counts.unchanged ?? 0) + repeated;
  return { ...counts, rows: rows.length + repeated, unchanged, repeated };
}
