import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("a test that puts something else in a module's place, or fills what pages keep, has modules of its own", () => {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.test.ts", "*.test.tsx"])
    .toString()
    .split("\n")
    .filter((file) => file !== "" && !/\.alone\.test\./.test(file));
  // Written in two parts: this file has the words too.
  const call = new RegExp(`\\bvi\\.${"mock"}\\(|^${"servePagesOf"}ShippedData\\(`, "m");
  expect(files.filter((file) => call.test(readFileSync(file, "utf8")))).toEqual([]);
});
