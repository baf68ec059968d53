import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the list of decisions names each of them once, in order", () => {
  const files = readdirSync("docs/decisions").filter((file) => /^\d{4}-/.test(file));
  const numbers = files.map((file) => file.slice(0, 4));
  expect(new Set(numbers).size, "a number given twice").toBe(files.length);
  const listed = [...readFileSync("docs/decisions/README.md", "utf8").matchAll(/\]\((\d{4}-[^)]+)\)/g)];
  expect(listed.map(([, file]) => file)).toEqual(files.sort());
});
