import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** A word for a problem with more behind a bar: what is wrong with a field is an object (`detailed`), or nobody reads the rest. */
const PACKED = /[`"][a-z][a-z-]+\|(?:\$\{|")/;

test("no problem of a field is packed into a word", () => {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "app", "domain", "server"]);
  const files = listed
    .toString()
    .split("\n")
    .filter((file) => /\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(800);
  expect(files.filter((file) => PACKED.test(readFileSync(file, "utf8")))).toEqual([]);
});

test("such a word is found, and a pattern is none", () => {
  const packed = ["throw `dispute-reveals|$", "{words}`;"].join("");
  expect(PACKED.test(packed)).toBe(true);
  expect(PACKED.test(["says: ", "required|", " + row"].join('"'))).toBe(true);
  expect(PACKED.test('new RegExp(`left|right`); const of = "a|b";')).toBe(false);
});
