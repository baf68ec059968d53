import { describe, expect, it } from "vitest";
import type { KnownPlace } from "./match";
import { type PlaceFindings, warningsOfPlace } from "./place-warnings";
import type { ImportRow } from "./row";

const ROW = {
  place: "Newtown Clinic",
  address: "",
  town: "Carlisle",
  postcode: "CA2 7HY",
  lat: null,
  lon: null,
  registerCode: null,
} as ImportRow;
const PLACE: KnownPlace = {
  id: "place-1",
  name: "Newtown Medical Centre",
  kind: "other",
  lines: "1 High Street",
  postcode: "CA2 7HY",
  town: "Carlisle",
  lat: 54.9,
  lon: -2.9,
  precision: "postcode",
  codes: ["ZZX99"],
  endedCodes: [],
};
const NONE: PlaceFindings = {
  place: { kind: "none", look: [], coded: [] },
  placeBefore: null,
  position: "exact",
  positionProblem: null,
};
const warned = (row: Partial<ImportRow>, found: Partial<PlaceFindings> = {}) =>
  warningsOfPlace({ ...ROW, ...row }, { ...NONE, ...found }).map(({ column, code, detail }) => [
    column,
    code,
    detail,
  ]);
const look = (place: Partial<KnownPlace>): PlaceFindings["place"] => ({
  kind: "none",
  look: [{ ...PLACE, ...place }],
  coded: [],
});
const same = (
  because: "register-code" | "postcode-and-name" | "town-and-name",
  place: Partial<KnownPlace> = {},
  addressKey?: string,
): PlaceFindings["place"] => ({
  kind: "same",
  place: { ...PLACE, ...place },
  because,
  ...(addressKey === undefined ? {} : { addressKey }),
});

describe("a place that we do not have", () => {
  it.each<[string, Partial<PlaceFindings>, (string | null)[][]]>([
    ["is no matter where its postcode says where", {}, []],
    ["stands in the middle of its town", { position: "town" }, [["postcode", "town-only", "Carlisle"]]],
    ["gets no pin", { position: "none" }, [["postcode", "not-placed", "Carlisle"]]],
    ["may be one of ours", { place: look({}) }, [["place", "place-look", "Newtown Medical Centre"]]],
    [
      "may be one of ours that we know by its town",
      { place: look({ postcode: "" }) },
      [["place", "place-look-town", "Newtown Medical Centre, Carlisle"]],
    ],
    [
      "may be one of ours that nobody has placed",
      { place: look({ postcode: "", town: "" }) },
      [["place", "place-look-town", "Newtown Medical Centre"]],
    ],
  ])("%s", (_, found, expected) => expect(warned({}, found)).toEqual(expected));

  it("is that of a row before, said where its name is another", () => {
    const before = { ...PLACE, name: "NEWTOWN clinic", number: 2 };
    expect(warned({}, { placeBefore: before, position: "none" })).toEqual([]);
    expect(warned({}, { placeBefore: { ...before, name: "Clinic at Newtown" }, position: "none" })).toEqual([
      ["place", "place-of-row", "Clinic at Newtown"],
    ]);
  });
});

describe("a register's code", () => {
  const coded = { registerCode: "ZZX99" };
  it.each<[string, PlaceFindings["place"], (string | null)[][]]>([
    ["is known", same("register-code"), []],
    ["is unknown", NONE.place, [["register-code", "code-unknown", "ZZX99"]]],
    [
      "is unknown at a place that we have",
      same("postcode-and-name"),
      [["register-code", "code-unknown", "ZZX99"]],
    ],
    [
      "ended",
      same("register-code", { codes: [], endedCodes: [{ code: "ZZX99", on: "2024-03-31" }] }),
      [["register-code", "code-ended", "ZZX99, 2024-03-31"]],
    ],
  ])("that %s", (_, place, expected) => expect(warned(coded, { place })).toEqual(expected));
});

describe("the address of a place that we have", () => {
  const elsewhere = { postcode: "CA1 1QS" };
  const differs = ["postcode", "address-differs", "1 High Street, Carlisle, CA2 7HY"];
  it("is looked at where the row's is another, but not at a branch, which has its own", () => {
    expect(warned({}, { place: same("register-code") })).toEqual([]);
    expect(warned(elsewhere, { place: same("register-code") })).toEqual([differs]);
    expect(warned(elsewhere, { place: same("register-code", {}, "A82019001") })).toEqual([]);
    expect(warned(elsewhere)).toEqual([]);
  });

  it("has one problem said of it, that of the row's own first", () => {
    const positionProblem = { column: "latitude", code: "coordinates-far", detail: "12 km" } as const;
    const expected = [["latitude", "coordinates-far", "12 km"]];
    expect(warned(elsewhere, { place: same("register-code"), positionProblem })).toEqual(expected);
    expect(warned(elsewhere, { place: same("register-code", {}, "A82019001"), positionProblem })).toEqual(
      expected,
    );
    expect(warned(elsewhere, { positionProblem })).toEqual([]);
  });
});

it("a service without a place has nothing of the kind", () => {
  expect(warned({ registerCode: "ZZX99" }, { place: null, position: "none" })).toEqual([]);
});
