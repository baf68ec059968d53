import { writeFileSync, writeSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { WorkbookRefused } from "./refused.mjs";
import { sheetReader } from "./sheets.mjs";
import { unpack } from "./unpack.mjs";

/**
 * The process that reads one workbook and nothing else: bytes on its standard input, one line of JSON for each row that is
 * not empty on its standard output, `[number, cells]`, and at its end one report on descriptor 3. Plain JavaScript, so that
 * Node starts it by itself; whoever starts it (read-workbook.ts) watches its memory and its time.
 */

/** @type {import("./limits").WorkbookLimits} */
const limits = JSON.parse(process.argv[2] ?? "{}");
/** @type {{ sheet: string | number | null, withHidden: boolean }} */
const asked = JSON.parse(process.argv[3] ?? "{}");

try {
  // Where the machine runs out of memory it is this process that Linux should end, and not the server.
  writeFileSync("/proc/self/oom_score_adj", "1000");
} catch {
  // Not Linux: the heap's limit and the deadline are left.
}

/** @param {object} what was read, or why nothing was. */
const report = (what) => writeSync(3, JSON.stringify(what));
/** @param {string[]} lines whoever reads them may be slower than we are */
const hand = (lines) =>
  new Promise((done, failed) => {
    process.stdout.write(lines.join(""), (error) => (error ? failed(error) : done(undefined)));
  });

try {
  const parts = await unpack(await buffer(process.stdin), limits);
  const { sheets, chosen, counts, rows } = sheetReader(parts, { ...asked, lastColumn: limits.lastColumn });
  let lines = [];
  let written = 0;
  let count = 0;
  for (const [number, cells] of rows()) {
    count += 1;
    if (number > limits.lastRow || count > limits.rows + 1)
      throw new WorkbookRefused("too-many-rows", String(limits.rows));
    if (cells.length > limits.lastColumn)
      throw new WorkbookRefused("too-many-columns", String(limits.columns), number);
    const line = `${JSON.stringify([number, cells])}\n`;
    written += Buffer.byteLength(line);
    if (written > limits.text) throw new WorkbookRefused("workbook-heavy");
    lines.push(line);
    if (lines.length === 500) {
      await hand(lines);
      lines = [];
    }
  }
  await hand(lines);
  report({ sheets, chosen, ...counts });
} catch (error) {
  if (error instanceof WorkbookRefused) report({ refused: error.code, detail: error.detail, row: error.row });
  else report({ refused: "xlsx-damaged", detail: "", row: null });
}
