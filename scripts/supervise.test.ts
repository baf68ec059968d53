import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { restartLimit } from "./restart-limit.mjs";
import { supervise } from "./supervise.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nhs-map-supervise-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program that notes each of its starts; `$` in it is how many there were. */
async function run(program: string, whenSaid: (stop: () => void) => void = () => undefined) {
  const file = join(folder, "program.mjs");
  const starts = join(folder, "starts");
  writeFileSync(starts, "");
  const noted = `import { appendFileSync, readFileSync } from "node:fs";
    appendFileSync(${JSON.stringify(starts)}, "x");
    const $ = readFileSync(${JSON.stringify(starts)}, "utf8").length;
    ${program}`;
  writeFileSync(file, noted);
  const lines: string[] = [];
  const limit = { times: 2, withinMs: 600_000, firstWaitMs: 1 };
  const say = (line: string) => {
    lines.push(line.trim());
    whenSaid(running.stop);
  };
  const running = supervise([file], { cwd: folder, env: process.env, limit, say });
  return { code: await running.ended, starts: readFileSync(starts, "utf8").length, lines };
}

const SERVING = `await new Promise((sent) => process.send("serving", sent));`;

describe("a server that falls", () => {
  it("is started again, with a line each time, and given up in a line after the limit", async () => {
    const { code, starts, lines } = await run(`${SERVING} process.exit(3);`);
    expect({ code, starts }).toEqual({ code: 3, starts: 3 });
    expect(lines).toEqual([
      "The server fell (code 3). It is started again: 1 of at most 2 in 10 minutes.",
      "The server fell (code 3). It is started again: 2 of at most 2 in 10 minutes.",
      "The server fell (code 3), more than 2 times in 10 minutes: it is not started again.",
    ]);
  });

  it("by a signal too; what it then ends with by itself is the end", async () => {
    const program = `${SERVING} if ($ === 1) process.kill(process.pid, "SIGKILL"); else process.exit(0);`;
    const { code, starts, lines } = await run(program);
    expect({ code, starts }).toEqual({ code: 0, starts: 2 });
    expect(lines).toEqual([
      "The server fell (signal SIGKILL). It is started again: 1 of at most 2 in 10 minutes.",
    ]);
  });

  it("is not started again when it never served: a wrong setting is said once", async () => {
    expect(await run("process.exit(1);")).toEqual({ code: 1, starts: 1, lines: [] });
  });

  it("stays down when it is stopped while its restart is waited for", async () => {
    const { code, starts } = await run(`${SERVING} process.exit(3);`, (stop) => queueMicrotask(stop));
    expect({ code, starts }).toEqual({ code: 0, starts: 1 });
  });
});

describe("the limit", () => {
  it("counts the falls of the last minutes only and waits twice as long each time", () => {
    const next = restartLimit({ times: 2, withinMs: 1000, firstWaitMs: 10 });
    expect([next(0), next(1), next(2), next(1500)]).toEqual([
      { count: 1, waitMs: 10 },
      { count: 2, waitMs: 20 },
      undefined,
      { count: 1, waitMs: 10 },
    ]);
  });
});
