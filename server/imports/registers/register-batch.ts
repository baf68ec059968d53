import type { Item, PlannedItem } from "@/server/imports/engine/import-format";
import type { PlannedRegisterItem, RegisterItem } from "@/server/imports/registers/register-item";

/** A row of a register as it is planned, with what it is made from and what it would add. */
export type PlannedEntry = PlannedItem & Pick<PlannedRegisterItem, "item" | "draft">;

/** What a row is made from, as it is stored, so that it can be planned again. */
export const rawOfItem = (item: RegisterItem): string[] => [JSON.stringify(item)];

/** What the rows of a register are made from. */
export function itemOf({ raw }: Pick<Item, "raw">): RegisterItem {
  return JSON.parse(raw[0] ?? "null") as RegisterItem;
}

/** Items with what each would do, in the same order. */
export function plannedEntries(
  items: readonly Item[],
  planned: readonly PlannedRegisterItem[],
): PlannedEntry[] {
  return items.flatMap((stored, index): PlannedEntry[] => {
    const now = planned[index];
    return now ? [{ ...stored, row: null, ...now, problems: now.problems ?? [] }] : [];
  });
}
