import { describe, expect, it } from "vitest";
import type { RowPlan } from "./outcome";
import type { ImportRow } from "./row";
import { rowsBefore, tiesOf } from "./rows-before";

const row = (given: Partial<ImportRow> = {}) =>
  ({
    place: "Newtown Clinic",
    town: "",
    postcode: "CA2 7HY",
    lat: null,
    lon: null,
    registerCode: null,
    category: "eye-care",
    provider: "Zeta Eyes Ltd",
    areaId: null,
    ...given,
  }) as ImportRow;
const plan = ({ place, provider }: ImportRow) =>
  ({
    place: { id: null, name: place, because: "new" },
    provider: provider === null ? null : { id: null, name: provider },
  }) as RowPlan;
const following = (...rows: ImportRow[]) => {
  const before = rowsBefore();
  for (const [at, one] of rows.entries())
    before.add({ number: at + 2, row: one, plan: plan(one), decision: null });
  return before;
};

describe("the place that an earlier row would make", () => {
  const inTown = { postcode: "", town: "Carlisle" };
  const atPoint = { postcode: "", lat: 54.9, lon: -2.9 };
  it.each<[string, Partial<ImportRow>, Partial<ImportRow>, boolean]>([
    ["same name and postcode", {}, { place: "NEWTOWN clinic" }, true],
    ["another postcode", {}, { postcode: "CA1 1QS" }, false],
    ["same name in the same town", inTown, inTown, true],
    ["another town", inTown, { ...inTown, town: "Kendal" }, false],
    ["same name at the same point", atPoint, atPoint, true],
    ["same name at another point", atPoint, { ...atPoint, lat: 54.8 }, false],
    ["same code under another name", { registerCode: "ZZX99" }, { registerCode: "ZZX99", place: "X" }, true],
    ["another code", { registerCode: "ZZX99" }, { registerCode: "ZZX98" }, false],
  ])("%s", (_, first, second, isSame) => {
    expect(following(row(first)).placeOf(row(second), 3)?.number).toBe(isSame ? 2 : undefined);
  });

  it("is not told by a row behind", () => {
    expect(following(row()).placeOf(row(), 2)).toBeNull();
  });

  it("has every code that its rows give it", () => {
    const before = following(row(), row({ registerCode: "ZZX99" }));
    expect(before.placeOf(row({ place: "X", registerCode: "ZZX99" }), 4)?.number).toBe(2);
  });
});

it("providers are remembered by their bare names, those of rows that are left out are not", () => {
  const before = following(row());
  const left = row({ provider: "Ears plc" });
  before.add({ number: 3, row: left, plan: plan(left), decision: "skip" });
  expect(before.providersOf("The Zeta Eyes", 4)).toEqual([{ id: "row 2", name: "Zeta Eyes Ltd", row: 2 }]);
  expect(before.providersOf("Ears", 4)).toEqual([]);
});

it("two rows about one service are told", () => {
  const before = following(row());
  const same = { place: { id: null, row: 2 }, provider: { id: null, row: 2 } } as RowPlan;
  expect(before.twinOf(row({ provider: "Zeta Eyes" }), same, 3)).toBe(2);
  expect(before.twinOf(row({ category: "hearing" }), same, 3)).toBeNull();
  const atBranch = { ...same, place: { ...same.place, addressKey: "A82019001" } } as RowPlan;
  expect(before.twinOf(row({ provider: "Zeta Eyes" }), atBranch, 3)).toBeNull();
});

it("rows are tied by place and provider, never by a name alone", () => {
  expect(tiesOf(row({ registerCode: "ZZX99" }))).toEqual([
    "code ZZX99",
    "at CA2 7HY newtown clinic",
    "provider zetaeyes",
  ]);
  expect(tiesOf(row({ provider: null, areaId: "area" }))).toEqual([]);
});
