import type { ImportColumn } from "@/domain/imports/columns";

/** What can be the same in a whole list, and is then said once: a list of diagnostic centres seldom has a column that says so. */
export const WHOLE_LIST_COLUMNS = [
  "category",
  "place-kind",
  "provider",
  "provider-kind",
  "commissioner",
  "contract-type",
  "status",
  "started-on",
  "town",
] as const satisfies readonly ImportColumn[];
