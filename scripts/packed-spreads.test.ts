import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** An object spread where it is written: TypeScript does not look for properties too many in it. */
const PACKED = /\.\.\.\s*\{/g;

function packedIn(text: string): string[] {
  return [...text.matchAll(PACKED)].map(({ index }) => `line ${text.slice(0, index).split("\n").length}`);
}

test("no object is spread where it is written", () => {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.ts", "*.tsx", "*.mjs"]);
  const files = listed
    .toString()
    .split("\n")
    .filter((file) => file && file !== "scripts/packed-spreads.test.ts" && !file.startsWith("drizzle/"));
  expect(files.length).toBeGreaterThan(1000);
  const found = files.flatMap((file) =>
    packedIn(readFileSync(file, "utf8")).map((line) => `${file}: ${line}`),
  );
  expect(found).toEqual([]);
});

test("such an object is found wherever it stands, and what is made by a condition is none", () => {
  expect(packedIn("f({\n  ...{ a: 1 },\n  b,\n});")).toEqual(["line 2"]);
  expect(packedIn("<A {...{ a }} />")).toEqual(["line 1"]);
  expect(packedIn("f({ ...(a ? { a } : {}), ...rest, [b]: { c } });")).toEqual([]);
});
