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

describe("what is remembered of a row", () => {
  const placed = (one: ImportRow) => ({ number: 2, row: one, plan: plan(one), decision: null });
  const behind = (...all: Parameters<ReturnType<typeof rowsBefore>["add"]>[0][]) => {
    const before = rowsBefore();
    for (const one of all) before.add(one);
    return before;
  };

  it("nothing of one that is refused or not planned", () => {
    expect(behind({ ...placed(row()), row: null }).placeOf(row(), 3)).toBeNull();
    expect(behind({ ...placed(row()), plan: null }).placeOf(row(), 3)).toBeNull();
  });

  it("no place and no provider that we have: those are known without the list", () => {
    const known = {
      ...placed(row()),
      plan: { place: { id: "p" }, provider: { id: "q", name: "Zeta" } } as RowPlan,
    };
    expect(behind(known).placeOf(row(), 3)).toBeNull();
    expect(behind(known).providersOf("Zeta", 3)).toEqual([]);
    // Its service is remembered all the same.
    expect(behind(known).twinOf(row(), known.plan, 3)).toBe(2);
    expect(behind(known).twinOf(row(), { ...known.plan, place: { id: "other" } } as RowPlan, 3)).toBeNull();
    expect(behind(known).twinOf(row(), { ...known.plan, provider: null } as RowPlan, 3)).toBeNull();
  });

  it("a provider once, under the name that it was first given", () => {
    const next = { ...row(), place: "Other", provider: "Zeta Eyes" };
    const again = {
      ...placed(next),
      number: 3,
      plan: { ...plan(next), provider: { id: null, name: "Zeta Eyes Ltd", row: 2 } } as RowPlan,
    };
    expect(behind(placed(row()), again).providersOf("zeta eyes", 9)).toEqual([
      { id: "row 2", name: "Zeta Eyes Ltd", row: 2 },
    ]);
    expect(behind(placed(row())).providersOf("zeta eyes", 2)).toEqual([]);
    expect(behind(placed(row({ provider: null }))).providersOf("", 9)).toEqual([]);
  });

  it("the service of the first row, told to those behind it only", () => {
    const one = placed(row());
    const before = behind(one, { ...one, number: 5 });
    const same = { place: { id: null, row: 2 }, provider: { id: null, row: 2 } } as RowPlan;
    expect(before.twinOf(row(), same, 6)).toBe(2);
    expect(before.twinOf(row(), same, 2)).toBeNull();
    const nobody = behind(placed(row({ provider: null })));
    expect(nobody.twinOf(row(), { ...same, provider: null }, 3)).toBe(2);
    expect(nobody.twinOf(row(), same, 3)).toBeNull();
  });

  it("no service of one that serves an area", () => {
    const one = placed(row({ areaId: "area" }));
    const same = { place: { id: null, row: 2 }, provider: { id: null, row: 2 } } as RowPlan;
    expect(behind(one).twinOf(row(), same, 3)).toBeNull();
  });

  it("the postcode that a later row gives a place known by its town", () => {
    const inTown = row({ postcode: "", town: "Carlisle" });
    const exact = row({ town: "Carlisle" });
    const before = following(inTown, exact);
    expect(before.placeOf(row(), 4)).toMatchObject({ number: 2, postcode: "CA2 7HY" });
    expect(before.placeOf(exact, 4)?.number).toBe(2);
  });

  it("what a place is called and where it is, and no code twice", () => {
    const before = following(
      row({ registerCode: "ZZX99", address: "1 High Street", town: "Carlisle", lat: 54.9, lon: -2.9 }),
      row({ registerCode: "ZZX99" }),
    );
    expect(before.placeOf(row({ registerCode: "ZZX99" }), 9)).toEqual({
      id: "row 2",
      number: 2,
      name: "Newtown Clinic",
      kind: "other",
      lines: "1 High Street",
      postcode: "CA2 7HY",
      town: "Carlisle",
      lat: 54.9,
      lon: -2.9,
      precision: null,
      codes: ["ZZX99"],
      endedCodes: [],
    });
  });

  it("two codes never one place, by its words alone neither", () => {
    const inTown = { postcode: "", town: "Carlisle" };
    const before = following(row({ ...inTown, registerCode: "ZZX99" }));
    expect(before.placeOf(row({ ...inTown, registerCode: "ZZX98" }), 9)).toBeNull();
    expect(before.placeOf(row({ ...inTown, registerCode: null }), 9)?.number).toBe(2);
  });
});

it.each<[Partial<ImportRow>, string[]]>([
  [{ provider: null }, ["at CA2 7HY newtown clinic"]],
  [{ provider: null, town: "Carlisle" }, ["at CA2 7HY newtown clinic", "in carlisle newtown clinic"]],
  [{ provider: null, postcode: "", lat: 54.9, lon: -2.9 }, ["on 54.9 -2.9 newtown clinic"]],
  [{ provider: null, postcode: "", town: "Carlisle", lat: 54.9, lon: -2.9 }, ["in carlisle newtown clinic"]],
  [{ provider: null, lat: 54.9, lon: -2.9 }, ["at CA2 7HY newtown clinic"]],
  [{ provider: null, postcode: "" }, []],
  [{ areaId: "area" }, ["provider zetaeyes"]],
])("%j ties a row by %j", (given, ties) => expect(tiesOf(row(given))).toEqual(ties));
