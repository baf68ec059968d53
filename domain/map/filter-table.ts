import type { Definition } from "@/domain/providers/legal-form";
import type { MapFilter } from "./map-filter";
import { type ChoiceCounts, type MapTable, maskPins } from "./mask-pins";
import { type PinMask, type ShownPins, showPins } from "./pin-clusters";

/** What a view shows: the mask, indexed for the marks of any part of the map, and what each further choice would leave. */
export type FilteredTable = { shown: ShownPins; total: number; counts: ChoiceCounts };

/** All that is worked out for a choice of filters; in a worker where there is one. */
export function filterTable(
  table: MapTable,
  definition: Definition,
  filter: MapFilter,
  texts: PinMask | null,
): FilteredTable {
  const { mask, shown, counts } = maskPins(table, definition, filter, texts);
  return { shown: showPins(table.pins, mask), total: shown, counts };
}
