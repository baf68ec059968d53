import { type FilteredTable, filterTable } from "@/domain/map/filter-table";
import type { MapFilter } from "@/domain/map/map-filter";
import type { MapTable } from "@/domain/map/mask-pins";
import { type TableFiles, tableOfFiles } from "@/domain/map/merge-tables";
import type { PinMask } from "@/domain/map/pin-clusters";
import type { Definition } from "@/domain/providers/legal-form";

export type TableQuestion =
  | { id: number; ask: "open"; files: TableFiles }
  | { id: number; ask: "filter"; definition: Definition; filter: MapFilter; texts: PinMask | null };
/** The table of `shown` stays away: the page has it. */
export type Filtered = Omit<FilteredTable, "shown"> & { shown: Omit<FilteredTable["shown"], "table"> };
export type TableAnswer =
  | { id: number; table: MapTable }
  | { id: number; filtered: Filtered }
  | { id: number; problem: string };

/** What a worker answers to each question; the same function answers in the page where there is no worker. */
export function answerTable(): (question: TableQuestion) => TableAnswer {
  let table: MapTable | null = null;
  return (question) => {
    const { id } = question;
    try {
      if (question.ask === "open") {
        table = tableOfFiles(question.files);
        return { id, table };
      }
      if (table === null) throw new Error("No table is open.");
      const { shown, ...rest } = filterTable(table, question.definition, question.filter, question.texts);
      const { table: _, ...index } = shown;
      return { id, filtered: { ...rest, shown: index } };
    } catch (reason) {
      return { id, problem: reason instanceof Error ? reason.message : String(reason) };
    }
  };
}
