import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { z } from "zod";
import { FILE_REFUSALS, FileRefusal } from "@/ingest/spreadsheet-refusal";
import { WORKBOOK_LIMITS, type WorkbookLimits } from "@/ingest/workbook/limits";
import { readInTurn } from "@/ingest/workbook/turns";
import { watchProcess } from "@/ingest/workbook/watch-process";

/** A row that is not empty: its number in the sheet, the first is 1, and its cells up to the last that is not empty. */
export type WorkbookRow = [number: number, cells: string[]];
export type Workbook = {
  /** With the first lines of each, where there are several that are not hidden and none was asked for. */
  sheets: { name: string; isHidden: boolean; head: string[][] }[];
  /** Which of them was read: the one asked for, else the first that is not hidden. */
  chosen: number;
  /** Rows with something in them, and columns, that nobody sees who opens the workbook. */
  hiddenRows: number;
  hiddenColumns: number;
  /** Cells that stand for one that was merged over several rows. */
  merged: number;
  /** Reads from the first row on, each time it is asked. */
  rows: () => Generator<WorkbookRow>;
};

/** Which sheet, by its name or its number from 0, and whether what nobody sees is taken too. */
export type AskedOfWorkbook = { sheet: string | number | null; withHidden: boolean };

const sheetSchema = z.object({
  name: z.string(),
  isHidden: z.boolean(),
  head: z.array(z.array(z.string())),
});
const reportSchema = z.union([
  z.object({
    sheets: z.array(sheetSchema),
    chosen: z.int(),
    hiddenRows: z.int(),
    hiddenColumns: z.int(),
    merged: z.int(),
  }),
  z.object({ refused: z.enum(FILE_REFUSALS), detail: z.string(), row: z.int().nullable() }),
]);

/**
 * Reads an .xlsx or .ods in a process of its own, which is ended when it takes too much memory or time: no library that
 * reads workbooks has limits that hold. That process gets the bytes and nothing else, neither files nor settings.
 * @throws FileRefusal for what is no workbook, is damaged, or costs too much to read
 */
export function readWorkbook(
  bytes: Buffer,
  given: Partial<WorkbookLimits> = {},
  asked: AskedOfWorkbook = { sheet: null, withHidden: false },
): Promise<Workbook> {
  return readInTurn(() => readAlone(bytes, { ...WORKBOOK_LIMITS, ...given }, asked));
}

async function readAlone(bytes: Buffer, limits: WorkbookLimits, asked: AskedOfWorkbook): Promise<Workbook> {
  const file = join(/* turbopackIgnore: true */ process.cwd(), "ingest/workbook/child.mjs");
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${limits.memory}`, file, JSON.stringify(limits), JSON.stringify(asked)],
    { env: { NODE_ENV: "production", TZ: "UTC" }, stdio: ["pipe", "pipe", "ignore", "pipe"] },
  );
  let ended: FileRefusal | undefined;
  const end = (refusal: FileRefusal) => {
    ended ??= refusal;
    child.kill("SIGKILL");
  };
  const stopWatching = watchProcess(child.pid, limits, (what) =>
    end(new FileRefusal(what === "memory" ? "workbook-heavy" : "workbook-slow")),
  );
  const late = setTimeout(() => end(new FileRefusal("workbook-slow")), limits.time);
  try {
    const exited = new Promise<NodeJS.Signals | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (_, signal) => resolve(signal));
    });
    child.stdin?.on("error", () => undefined); // it may be refused before it was read to its end
    child.stdin?.end(bytes);
    const [held, said, signal] = await Promise.all([
      buffer(child.stdout as Readable),
      text(child.stdio[3] as Readable),
      exited,
    ]);
    if (ended) throw ended;
    // V8 ends a process whose heap is full by itself; so does a machine whose memory is.
    if (signal !== null) throw new FileRefusal("workbook-heavy");
    return workbookOf(said, held);
  } finally {
    clearTimeout(late);
    stopWatching();
    child.kill("SIGKILL");
  }
}

function workbookOf(said: string, held: Buffer): Workbook {
  if (said === "") throw new FileRefusal("xlsx-damaged");
  const report = reportSchema.parse(JSON.parse(said));
  if ("refused" in report) throw new FileRefusal(report.refused, report.row, report.detail);
  return { ...report, rows: () => rowsOf(held) };
}

/** Kept as the bytes that came, because texts of twenty thousand rows take several times as much. */
function* rowsOf(held: Buffer): Generator<WorkbookRow> {
  let from = 0;
  for (let to = held.indexOf("\n"); to !== -1; to = held.indexOf("\n", from)) {
    yield JSON.parse(held.toString("utf8", from, to)) as WorkbookRow;
    from = to + 1;
  }
}
