import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const watcher = pathToFileURL(join(dirname(fileURLToPath(import.meta.url)), "when-orphaned.mjs")).href;
/** Runs until its npm is gone; says so and ends. */
const PROGRAM = `
  import { whenOrphaned } from ${JSON.stringify(watcher)};
  const alive = setInterval(() => undefined, 1000);
  whenOrphaned(() => { console.log("told"); clearInterval(alive); });
  console.log("up");
`;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nhs-map-npm-"));
  writeFileSync(join(folder, "program.mjs"), PROGRAM);
  const scripts = { start: "node program.mjs" };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "x", version: "1.0.0", scripts }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the program says until it and all that started it have ended. */
function saidBy(npm: ChildProcess, whenUp: () => void): Promise<string> {
  return new Promise((ended) => {
    let said = "";
    npm.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (/^up$/m.test(said)) whenUp();
    });
    npm.stdout?.once("close", () => ended(said));
  });
}

// Where there is no /proc nobody says that the npm above the shell is gone.
const signals = process.platform === "linux" ? (["SIGTERM", "SIGHUP"] as const) : (["SIGTERM"] as const);

test.each(signals)(
  "what npm started learns that npm was ended by %s",
  async (signal) => {
    const npm = spawn("npm", ["start"], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
    expect(await saidBy(npm, () => npm.kill(signal))).toMatch(/^told$/m);
  },
  30_000,
);
