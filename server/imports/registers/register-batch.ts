import type { Item, PlannedItem } from "@/server/imports/engine/import-format";
import type { PlannedRegisterItem, RegisterItem } from "@/server/imports/registers/register-item";

/** A row of a register as it is planned, with what it would add. */
export type PlannedEntry = PlannedItem<RegisterItem> & Pick<PlannedRegisterItem, "draft">;

/** Items with what each would do, in the same order. */
export function plannedEntries(
  items: readonly Item<RegisterItem>[],
  planned: readonly PlannedRegisterItem[],
): PlannedEntry[] {
  return items.flatMap((stored, index): PlannedEntry[] => {
    const now = planned[index];
    return now ? [{ ...stored, row: null, ...now, problems: now.problems ?? [] }] : [];
  });
}
