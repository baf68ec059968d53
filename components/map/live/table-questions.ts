import { decodeAddedRows, rowSources } from "@/domain/map/added-file";
import { type FilteredTable, filterTable } from "@/domain/map/filter-table";
import { decodeFacts } from "@/domain/map/map-facts";
import type { MapFilter } from "@/domain/map/map-filter";
import type { MapTable } from "@/domain/map/mask-pins";
import { mergeTables } from "@/domain/map/merge-tables";
import type { PinMask } from "@/domain/map/pin-clusters";
import { decodePins } from "@/domain/map/pin-file";
import type { Definition } from "@/domain/providers/legal-form";

/** The map's files as they came; `added` where something was added to their base since. */
export type TableFiles = RowFiles & { added: (RowFiles & { at: Uint8Array }) | null };
type RowFiles = { pins: Uint8Array; facts: Uint8Array };

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
        table = tableOf(question.files);
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

function tableOf({ added, ...base }: TableFiles): MapTable {
  const table = decoded(base);
  if (!added) return table;
  return mergeTables(table, decoded(added), rowSources(table.pins.length, decodeAddedRows(added.at)));
}

function decoded({ pins, facts }: RowFiles): MapTable {
  return { pins: decodePins(pins), facts: decodeFacts(facts) };
}
