import { describe, expect, it } from "vitest";
import { listReader } from "./read-list";
import { notKept } from "./read-row";

const MAPPING = {
  place: 0,
  postcode: 1,
  town: 2,
  category: 3,
  provider: 4,
  "register-code": 5,
  key: 6,
} as const;
const ROW = ["Newtown Clinic", "CA2 7HY", "", "eye care", "Sight Ltd", "", ""];
const changed = (cells: Partial<Record<keyof typeof MAPPING, string>>) =>
  ROW.map(
    (cell, at) =>
      Object.entries(cells).find(([name]) => MAPPING[name as keyof typeof MAPPING] === at)?.[1] ?? cell,
  );
function read(...rows: string[][]) {
  const reader = listReader(MAPPING, { width: ROW.length, order: "day-first", today: "2026-11-22" });
  return rows.map((raw, at) => reader({ number: at + 2, raw }));
}
/** The problems of the second of two rows. */
const second = (first: string[], next: string[]) =>
  read(first, next)[1]?.problems.map(({ column, code, detail }) => [column, code, detail]);

describe("a row repeats another", () => {
  it.each<[string, string[], string[], (string | null)[][]]>([
    ["that is about the same service", ROW, changed({ place: "NEWTOWN clinic" }), [[null, "row-twice", "2"]]],
    ["not at another postcode", ROW, changed({ postcode: "CA1 1QS" }), []],
    ["not of another kind of care", ROW, changed({ category: "dialysis" }), []],
    ["not of another provider", ROW, changed({ provider: "Other Ltd" }), []],
    [
      "of a provider that nobody names",
      changed({ provider: "not named" }),
      changed({ provider: "not named" }),
      [[null, "row-twice", "2"]],
    ],
    [
      "by its code, whatever its name",
      changed({ "register-code": "ZZX99" }),
      changed({ "register-code": "ZZX99", place: "X", postcode: "CA1 1QS" }),
      [[null, "row-twice", "2"]],
    ],
    [
      "in the same town",
      changed({ postcode: "", town: "Carlisle" }),
      changed({ postcode: "", town: "CARLISLE" }),
      [[null, "row-twice", "2"]],
    ],
    [
      "not in another town",
      changed({ postcode: "", town: "Carlisle" }),
      changed({ postcode: "", town: "Kendal" }),
      [],
    ],
    [
      "by its own key",
      changed({ key: "7" }),
      changed({ key: "7", postcode: "CA1 1QS" }),
      [["key", "key-twice", "2"]],
    ],
    [
      "in both ways",
      changed({ key: "7" }),
      changed({ key: "7" }),
      [
        ["key", "key-twice", "2"],
        [null, "row-twice", "2"],
      ],
    ],
    ["not where neither has a key", changed({ place: "A" }), changed({ place: "B" }), []],
  ])("%s", (_, first, next, problems) => {
    expect(second(first, next)).toEqual(problems);
    expect(read(first, next)[1]?.row === null).toBe(problems.length > 0);
  });

  it("never where places are not kept: they were told apart before", () => {
    const hidden = changed({ place: notKept("0b5ad4de-5f5a-4d7e-9d2f-8a6a52e7a111"), postcode: "" });
    expect(second(hidden, hidden)).toEqual([]);
  });

  it("names the first of three, and never one that was refused", () => {
    expect(read(ROW, ROW, ROW)[2]?.problems[0]?.detail).toBe("2");
    expect(read(changed({ category: "" }), ROW)[1]?.problems).toEqual([]);
  });
});

it("a row is read with its number", () => {
  expect(read(ROW)).toMatchObject([{ number: 2, row: { place: "Newtown Clinic" }, problems: [] }]);
  expect(read(changed({ place: "" }))).toMatchObject([{ number: 2, row: null }]);
});

it("a list is not read while a column is missing that every row needs", () => {
  expect(() => listReader({}, { width: 1, order: "day-first", today: "2026-11-22" })).toThrow("not mapped");
});
