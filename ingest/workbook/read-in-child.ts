import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { FileRefusal } from "@/ingest/spreadsheet-refusal";
import type { WorkbookLimits } from "@/ingest/workbook/limits";
import { watchProcess } from "@/ingest/workbook/watch-process";

/** What a reading process handed over: its report, "" where it fell, and its rows as lines of JSON. */
export type ReadInChild = { said: string; held: Buffer };

/**
 * Reads a file in a process of its own, which is ended when it takes too much memory or time. That process gets the bytes on its standard
 * input and nothing else, neither files nor settings; it writes lines of JSON on its standard output and one report on descriptor 3.
 * @param args of Node: the program and what it is told.
 * @throws FileRefusal for what costs too much to read
 */
export async function readInChild(
  args: readonly string[],
  bytes: Buffer,
  limits: Pick<WorkbookLimits, "memory" | "work" | "time">,
): Promise<ReadInChild> {
  const child = spawn(process.execPath, [`--max-old-space-size=${limits.memory}`, ...args], {
    env: { NODE_ENV: "production", TZ: "UTC" },
    stdio: ["pipe", "pipe", "ignore", "pipe"],
  });
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
    return { said, held };
  } finally {
    clearTimeout(late);
    stopWatching();
    child.kill("SIGKILL");
  }
}

/** The rows that a process handed over. Kept as the bytes that came, because texts of twenty thousand rows take several times as much. */
export function* rowsHeld<Row>(held: Buffer): Generator<Row> {
  let from = 0;
  for (let to = held.indexOf("\n"); to !== -1; to = held.indexOf("\n", from)) {
    yield JSON.parse(held.toString("utf8", from, to)) as Row;
    from = to + 1;
  }
}
