import { rowsInFile } from "@/domain/map/column-file";
import type { FilteredTable } from "@/domain/map/filter-table";
import type { MapFilter } from "@/domain/map/map-filter";
import type { MapTable } from "@/domain/map/mask-pins";
import type { TableFiles } from "@/domain/map/merge-tables";
import type { PinMask } from "@/domain/map/pin-clusters";
import type { Definition } from "@/domain/providers/legal-form";
import { answerTable, type TableAnswer, type TableQuestion } from "./table-questions";

/** The decoded files and who filters them. */
export type OpenTable = {
  table: MapTable;
  filter(definition: Definition, filter: MapFilter, texts: PinMask | null): Promise<FilteredTable>;
  close(): void;
};

type Ask = (question: TableQuestion) => Promise<TableAnswer>;

/** Fewer rows are decoded and filtered in the page in less time than a worker takes to begin (docs/decisions/0053). */
export const WORKER_FROM = 10_000;

/**
 * Decodes the map's files and filters them: many rows in a worker, so that they hold no finger up, few in the page. Where a browser has
 * no workers, or this one fails, the page does it.
 * @throws RangeError when they are no such files
 */
export async function openTable(files: TableFiles): Promise<OpenTable> {
  const inPage = answerTable();
  const askPage: Ask = async (question) => inPage(question);
  const worker = rowsInFile(files.pins) < WORKER_FROM ? null : startWorker();
  let asking = worker ? askWorker(worker) : askPage;
  const open: TableQuestion = { id: 0, ask: "open", files };
  const first = await asking(open).catch((reason: unknown) => {
    console.warn("The map is worked out in the page.", reason);
    worker?.terminate();
    asking = askPage;
    return askPage(open);
  });
  if (!("table" in first)) throw new RangeError("problem" in first ? first.problem : "No table came.");
  const { table } = first;
  let id = 0;
  return {
    table,
    filter: async (definition, filter, texts) => {
      const answer = await asking({ id: ++id, ask: "filter", definition, filter, texts });
      if (!("filtered" in answer)) throw new Error("problem" in answer ? answer.problem : "Nothing came.");
      const { shown, ...rest } = answer.filtered;
      return { ...rest, shown: { ...shown, table: table.pins } };
    },
    close: () => worker?.terminate(),
  };
}

/** Null in a browser without module workers. */
function startWorker(): Worker | null {
  try {
    return new Worker(new URL("./table-worker.ts", import.meta.url), { type: "module" });
  } catch {
    return null;
  }
}

/** Answers come by the number of their question; a worker that fails fails all that wait. */
function askWorker(worker: Worker): Ask {
  const waiting = new Map<
    number,
    { done: (answer: TableAnswer) => void; failed: (reason: unknown) => void }
  >();
  worker.onmessage = ({ data }: MessageEvent<TableAnswer>) => {
    waiting.get(data.id)?.done(data);
    waiting.delete(data.id);
  };
  worker.onerror = (event) => {
    for (const { failed } of waiting.values()) failed(new Error(event.message));
    waiting.clear();
  };
  return (question) =>
    new Promise((done, failed) => {
      waiting.set(question.id, { done, failed });
      worker.postMessage(question);
    });
}
