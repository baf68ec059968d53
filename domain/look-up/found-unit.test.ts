import { describe, expect, it } from "vitest";
import { areaPathOf, type FoundUnit, nearPath, readFoundUnit } from "./found-unit";

const area = (slug: string) => ({
  kind: "constituency" as const,
  code: slug,
  slug,
  nameEn: slug,
  nameCy: null,
});
const UNIT: FoundUnit = {
  outcode: "CA2",
  lon: -2.95,
  lat: 54.89,
  precision: "100m",
  constituency: area("carlisle"),
  near: null,
  council: area("cumberland"),
  healthBody: null,
};

it("what is near a postcode is asked for by its district alone", () => {
  expect(nearPath(UNIT.outcode)).toBe("/near/CA2");
});

describe("where a postcode leads whose answer cannot be shown", () => {
  const near = area("penrith");
  it.each<[string, Partial<FoundUnit>, string]>([
    ["its constituency", {}, "/areas/constituency/carlisle"],
    ["the same, said to be rough", { precision: "small-area" }, "/areas/constituency/carlisle#"],
    [
      "no rough one for a device, whose position is exact",
      { precision: "small-area", isNearDevice: true },
      "/areas/constituency/carlisle",
    ],
    ["the choice near a boundary", { near }, "/look-up?choose=carlisle,penrith"],
    ["the choice of a neighbourhood", { near, precision: "small-area" }, "by=neighbourhood"],
    ["the choice of a position", { near, precision: "small-area", isNearDevice: true }, "by=location"],
  ])("%s", (_, given, path) => {
    expect(areaPathOf({ ...UNIT, ...given })).toContain(path);
  });
  it("says that it is rough for a rough postcode alone", () => {
    expect(areaPathOf(UNIT)).toBe("/areas/constituency/carlisle");
    expect(areaPathOf({ ...UNIT, precision: "small-area", isNearDevice: true })).not.toContain("#");
  });
});

describe("what a browser kept", () => {
  const read = (given: object) => readFoundUnit(JSON.stringify({ ...UNIT, ...given }), "CA2");

  it("is believed when it is a whole postcode of the district", () => {
    expect(read({})).toEqual(UNIT);
    expect(read({ near: area("penrith"), council: null, healthBody: area("ncic") })).not.toBeNull();
    expect(read({ precision: "small-area" })).not.toBeNull();
  });
  it.each([
    ["another district", { outcode: "CA1" }],
    ["no longitude", { lon: null }],
    ["a latitude in words", { lat: "54.89" }],
    ["no constituency", { constituency: null }],
    ["a constituency in words", { constituency: "carlisle" }],
    ["a constituency without its name", { constituency: { kind: "constituency", slug: "carlisle" } }],
    ["a constituency whose slug is a number", { constituency: { ...area("a"), slug: 3 } }],
    ["a neighbour that is no area", { near: {} }],
    ["a neighbour that is missing", { near: undefined }],
    ["a council that is no area", { council: "cumberland" }],
    ["a health body that is no area", { healthBody: 3 }],
    ["a precision that there is not", { precision: "none" }],
  ])("is not with %s", (_, given) => {
    expect(read(given)).toBeNull();
  });
  it.each([null, "", "null", "3", "[]", "{", '"CA2"'])("is not when it is %j", (text) => {
    expect(readFoundUnit(text, "CA2")).toBeNull();
  });
});
