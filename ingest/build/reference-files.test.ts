import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readSource } from "./data-folder";
import { writeAtomically, writeBrotli, writeJsonRows } from "./reference-files";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reference-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("writes whole files and leaves nothing half-written beside them", () => {
  const path = join(folder, "deep", "table.json");
  expect(writeJsonRows(path, [{ a: 1 }, { a: 2 }])).toBe(21);
  expect(readFileSync(path, "utf8")).toBe('[\n{"a":1},\n{"a":2}\n]\n');
  writeAtomically(path, "new");
  expect(readFileSync(path, "utf8")).toBe("new");
  expect(readdirSync(join(folder, "deep"))).toEqual(["table.json"]);
});

it("leaves the old file in place when the new one cannot be written", () => {
  const path = join(folder, "table.json");
  writeAtomically(path, "old");
  expect(() => writeAtomically(path, null as never)).toThrow();
  expect(readFileSync(path, "utf8")).toBe("old");
  expect(readdirSync(folder)).toEqual(["table.json"]);
});

it("compresses what can be read back", () => {
  const path = join(folder, "table.br");
  writeBrotli(path, "x".repeat(1000));
  expect(brotliDecompressSync(readFileSync(path)).toString()).toBe("x".repeat(1000));
});

it("says where the publisher offers a file that is missing", () => {
  expect(() => readSource(folder, "code-point-open")).toThrow(
    "https://osdatahub.os.uk/downloads/open/CodePointOpen",
  );
});
