import { expect, test } from "vitest";
import { Prepared } from "./pool";

/** How often a text must come until it is kept; null where it never is within twenty uses. */
function usesUntilKept(prepared: Prepared, text: string, parameters = 1): number | null {
  for (let use = 1; use <= 20; use += 1) if (prepared.isKept(text, parameters)) return use;
  return null;
}

test("what came five times is kept, and stays kept", () => {
  const prepared = new Prepared();
  expect(usesUntilKept(prepared, "select 1")).toBe(5);
  expect(prepared.isKept("select 1", 1)).toBe(true);
  expect(prepared.isKept("select 2", 1)).toBe(false);
});

test.each([
  [60, 5],
  [61, null],
])("a text with %i parameters is kept at use %s: longer ones are lists of rows", (parameters, at) => {
  expect(usesUntilKept(new Prepared(), "insert", parameters)).toBe(at);
});

test("two hundred are kept and no more; what comes once is forgotten before that costs memory", () => {
  const prepared = new Prepared();
  for (let other = 0; other < 3_000; other += 1) prepared.isKept(`once ${other}`, 1);
  const kept = Array.from({ length: 210 }, (_, text) => usesUntilKept(prepared, `often ${text}`) !== null);
  expect(kept.filter(Boolean)).toHaveLength(200);
  expect(kept.lastIndexOf(true)).toBe(199);
  expect(prepared.isKept("often 0", 1)).toBe(true);
});
