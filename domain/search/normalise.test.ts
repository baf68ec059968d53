import { expect, it } from "vitest";
import { normaliseName, searchWords } from "./normalise";

it.each([
  ["St Mary’s Hospital", "st marys hospital"],
  ["SAINT MARYS  hospital", "st marys hospital"],
  ["Ynys Môn", "ynys mon"],
  ["Tŷ Hafan", "ty hafan"],
  ["Brighton & Hove", "brighton and hove"],
  ["Weston-super-Mare", "weston super mare"],
  ["  ", ""],
  ["%_'; drop", "drop"],
])("%j is looked for as %j", (typed, expected) => {
  expect(normaliseName(typed)).toBe(expected);
});

it("looks for nothing when one letter is typed, and for at most eight words", () => {
  expect(searchWords("a")).toEqual([]);
  expect(searchWords("a b c d e f g h i j")).toHaveLength(8);
  expect(searchWords("x".repeat(5000))).toEqual(["x".repeat(100)]);
});
