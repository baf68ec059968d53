import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeAtomically } from "./reference-files";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ingest-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A real process that writes a table with the ingest's own function and stops dead in the middle of it. */
const WRITER = `
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  const write = fs.writeFileSync;
  fs.writeFileSync = (path, content) => {
    write(path, content.slice(0, content.length / 2));
    process.kill(process.pid, "SIGKILL");
  };
  syncBuiltinESMExports();
  const { writeAtomically } = await import("./server/ingest/reference-files.ts");
  writeAtomically(process.argv.at(-1), "new ".repeat(100_000));
`;

it("a run that is killed while it writes leaves the old table in place, and the next run replaces it", async () => {
  const path = join(folder, "table.json");
  writeAtomically(path, "old");
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", WRITER, "--", path],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const signal = await new Promise((resolve) => child.on("exit", (_, how) => resolve(how)));
  expect([signal, complaint]).toEqual(["SIGKILL", ""]);
  // It really died half way: what it had written is there under another name.
  expect(readdirSync(folder)).toHaveLength(2);
  expect(readFileSync(path, "utf8")).toBe("old");
  writeAtomically(path, "newer");
  expect(readFileSync(path, "utf8")).toBe("newer");
});
