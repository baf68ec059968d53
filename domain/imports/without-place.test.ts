import { describe, expect, it } from "vitest";
import type { RowProblem } from "@/domain/imports/outcome";
import { notKept } from "@/domain/imports/read-row";
import { isAreaOnly, type ServiceCategory } from "@/domain/services/category";
import {
  couldBeHidden,
  isKept,
  isKindUnread,
  isTelling,
  NOTHING_KEPT,
  namesHidden,
  problemsWithoutPlace,
  tellsPlace,
  withoutPlace,
} from "./without-place";

const isHidden = (category: ServiceCategory) => isAreaOnly(category);
const problem = (code: RowProblem["code"], column: RowProblem["column"] = null): RowProblem => ({
  code,
  column,
  detail: "Gazelle House",
});

describe("a row of care that is shown by area only", () => {
  it.each([
    [["abortion", "x"], { category: 0 }, true],
    [["eye-care", "abortion clinic"], { category: 0 }, false],
    [["nonsense", "x"], { category: 0 }, false],
    [["nonsense", "abortion"], { category: 0 }, true],
    [["x", "abortion"], {}, true],
    [["x", "An abortion clinic"], {}, true],
    [["x", "eye-care"], {}, false],
    [["x"], { category: 5 }, false],
  ])("%j with columns %j is one: %s", (raw, mapping, expected) => {
    expect(namesHidden(raw, mapping, isHidden)).toBe(expected);
  });

  it.each([
    [["eye-care"], { category: 0 }, false],
    [["nonsense"], { category: 0 }, true],
    [["eye-care"], {}, true],
    [[], { category: 0 }, true],
  ])("%j with columns %j is of a kind that nobody can tell: %s", (raw, mapping, expected) => {
    expect(isKindUnread(raw, mapping)).toBe(expected);
  });

  it("keeps no cell that tells where it is, and none of a row that has lost its shape", () => {
    const mapping = { category: 0, place: 1, postcode: 2, provider: 3, note: 4 };
    const raw = ["abortion", "Gazelle House", "CA2 7HY", "Gazelle Health Ltd", "By the station", "any"];
    const without = (given: string[], areaId: string | null = null, width = 6) =>
      withoutPlace(given, { mapping, width, areaId });
    expect(without(raw)).toEqual(["abortion", NOTHING_KEPT, "", "Gazelle Health Ltd", "", ""]);
    expect(without(raw, "an-area")[1]).toBe(notKept("an-area"));
    expect(without([...raw, " "])).toEqual(["abortion", NOTHING_KEPT, "", "Gazelle Health Ltd", "", "", ""]);
    expect(without([...raw, "more"])).toEqual(["", "", "", "", "", "", ""]);
    expect(without(raw.slice(0, 5))).toEqual(["", "", "", "", ""]);
    expect([isKept(NOTHING_KEPT), isKept(notKept("an-area")), isKept("Gazelle House")]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it.each([
    ["required", "place", "Gazelle House"],
    ["key-twice", "postcode", "Gazelle House"],
    ["category", "place", NOTHING_KEPT],
    ["category", null, NOTHING_KEPT],
    ["category", "provider", "Gazelle House"],
    ["reveals-place", "provider", NOTHING_KEPT],
    ["source-reveals-place", "provider", NOTHING_KEPT],
  ] as const)("has its problem %s of %s with the detail %s", (code, column, detail) => {
    expect(problemsWithoutPlace([problem(code as RowProblem["code"], column)])).toEqual([
      { ...problem(code as RowProblem["code"], column), detail },
    ]);
  });
});

it.each([
  ["place", true],
  ["address", true],
  ["town", true],
  ["postcode", true],
  ["latitude", true],
  ["longitude", true],
  ["register-code", true],
  ["note", true],
  [null, true],
  ["provider", false],
  ["category", false],
] as const)("the column %s tells where something is: %s", (column, expected) => {
  expect(isTelling(column)).toBe(expected);
});

it("says of which problems are about such care, and which tell where it is", () => {
  expect([couldBeHidden([problem("required")]), couldBeHidden([problem("could-be-sensitive")])]).toEqual([
    false,
    true,
  ]);
  expect(tellsPlace([problem("required"), problem("could-be-sensitive")])).toBe(false);
  expect([tellsPlace([problem("reveals-place")]), tellsPlace([problem("source-reveals-place")])]).toEqual([
    true,
    true,
  ]);
});
