import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isBuilt, sourceHash } from "./build";

let root = "";
const write = (name: string, text: string) => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "nhs map build "));
  write("app/page.tsx", "one");
  write("env.ts", "one");
});
afterEach(() => rmSync(root, { recursive: true }));

test.each([
  ["app/page.tsx", "two"],
  ["env.ts", "two"],
  ["messages/cy/common.json", "{}"],
  ["package-lock.json", "{}"],
])("a change of %s needs a new build", (name, text) => {
  const before = sourceHash(root);
  write(name, text);
  expect(sourceHash(root)).not.toBe(before);
});

test.each([
  "app/page.test.tsx",
  "db/seed/reference/areas.bin",
  "db/seed/registers/places.br",
  "docs/operations.md",
  "scripts/run.ts",
])("a change of %s does not", (name) => {
  const before = sourceHash(root);
  write(name, "new");
  expect(sourceHash(root)).toBe(before);
});

test("moving text from one file's end to the next one's name is a change", () => {
  write("app/a", "bc");
  const before = sourceHash(root);
  rmSync(join(root, "app/a"));
  write("app/ab", "c");
  expect(sourceHash(root)).not.toBe(before);
});

test("a build counts only with its stamp and Next's own mark", () => {
  expect(isBuilt(root)).toBe(false);
  write(".next/BUILD_STAMP", sourceHash(root));
  expect(isBuilt(root)).toBe(false);
  write(".next/BUILD_ID", "x");
  expect(isBuilt(root)).toBe(true);
  write("env.ts", "two");
  expect(isBuilt(root)).toBe(false);
});
