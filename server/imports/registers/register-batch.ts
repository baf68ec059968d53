import type { ImportRowStored, NewImportRow } from "@/db/queries/imports";
import { countOutcomes } from "@/domain/imports/outcome";
import type { PlannedItem, RegisterItem } from "@/server/imports/registers/register-item";

/** A register's rows as they are stored: `raw` holds what the row is made from, so that it can be planned again. */
export function rowsOfItems(
  batchId: string,
  items: readonly PlannedItem[],
  numberOf: (index: number) => number = (index) => index + 1,
): NewImportRow[] {
  return items.map(({ item, outcome, problems = [], warnings, plan }, index) => ({
    batchId,
    number: numberOf(index),
    raw: [JSON.stringify(item)],
    parsed: null,
    outcome,
    problems,
    warnings,
    plan,
    decision: null,
  }));
}

/** What the rows of a register are made from. */
export function itemOf({ raw }: Pick<ImportRowStored, "raw">): RegisterItem {
  return JSON.parse(raw[0] ?? "null") as RegisterItem;
}

/** What a row of a register is, in a cell for a person: only branches are refused one by one. */
export function cellOf(row: Pick<ImportRowStored, "raw">): string {
  const item = itemOf(row);
  if (!("branch" in item)) return row.raw[0] ?? "";
  const { code, name, practiceCode, address } = item.branch;
  return [code, name, practiceCode, address.postcode].join(", ");
}

/**
 * Counts by outcome; `delisted` are the places among those that may have ended.
 * @param repeated how many entries of the edition say what is known already; they have no row.
 */
export function countItems(
  items: readonly Pick<PlannedItem, "item" | "outcome" | "warnings">[],
  repeated: number,
): Record<string, number> {
  const counts = countOutcomes(items.map(({ outcome, warnings }) => ({ outcome, warnings, decision: null })));
  const unchanged = (counts.unchanged ?? 0) + repeated;
  const delisted = items.filter(({ item, outcome }) => outcome === "ended" && "ended" in item).length;
  return { ...counts, rows: items.length + repeated, unchanged, repeated, delisted };
}
