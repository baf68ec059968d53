import { expect, it } from "vitest";
import { NATIONS } from "./area";
import { COMPLAINT_PAGES } from "./complaints";
import { coverageOf, coverageShare, hasRegister, isLow, kindsWithoutRegister, openOf } from "./coverage";

it("has registers for England, and of GP practices for Wales", () => {
  expect(NATIONS.filter(hasRegister)).toEqual(["england", "wales"]);
});

it("names the kinds of which a nation has no register", () => {
  expect(NATIONS.map((nation) => kindsWithoutRegister(nation).length)).toEqual([0, 3, 2, 3]);
  expect(kindsWithoutRegister("wales")).toEqual(["hospital", "diagnostic-centre"]);
});

const practices = {
  kind: "gp-practice",
  listOn: "2024-10-16",
  known: 10,
  checked: 4,
  confirmed: 1,
  ownersNotChecked: 2,
  outsourced: 3,
  nhsWithServices: 0,
  nhsNoneFound: 0,
} as const;

it("has a line for every kind; where no register is loaded it is no number, not even nought", () => {
  const { kind: _, listOn, ...counts } = practices;
  const none = Object.fromEntries(Object.keys(counts).map((count) => [count, 0]));
  expect(coverageOf("england", [practices])).toEqual({
    lines: [
      { kind: "gp-practice", listOn, counts },
      { kind: "hospital", listOn: null, counts: none },
      { kind: "diagnostic-centre", listOn: null, counts: none },
    ],
    ...counts,
  });
  const wales = coverageOf("wales", [practices, { ...practices, kind: "hospital" }]);
  expect(wales.lines.map((line) => line.counts)).toEqual([counts, null, null]);
  expect(wales.known).toBe(10);
  expect(coverageOf("scotland", []).lines.every((line) => line.counts === null)).toBe(true);
});

it.each([
  [10, 4, true],
  [10, 5, false],
  [0, 0, false],
])("of %i places %i looked at: low %s", (known, checked, low) => {
  expect(isLow({ known, checked })).toBe(low);
});

it("what could be outsourced is without an answer, or a company's whose owners nobody has checked", () => {
  expect(openOf(practices)).toBe(8);
  expect(openOf({ known: 10, checked: 10, ownersNotChecked: 0 })).toBe(0);
});

it("has no share of nothing", () => {
  expect(coverageShare({ known: 0, checked: 0 })).toBeNull();
});

it("knows a secure page about complaints for every nation", () => {
  for (const nation of NATIONS) expect(new URL(COMPLAINT_PAGES[nation]).protocol).toBe("https:");
});
