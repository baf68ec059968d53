import { describe, expect, it } from "vitest";
import type { BoundaryFeature } from "@/ingest/boundary-geojson";
import { buildAreas, nationOfCode } from "./build-areas";

const feature = (code: string, name: string, type: string | null = null): BoundaryFeature => ({
  code,
  name,
  type,
  polygons: [[[0, 50, 1, 50, 1, 51, 0, 51, 0, 50]]],
});

const sources = {
  constituencies: [feature("E14009999", "King’s Lane"), feature("W07009999", "Wrexham")],
  councils: [
    feature("E06009999", "Cumberland"),
    feature("W06009999", "Wrexham"),
    feature("S12009999", "Fife"),
  ],
  healthBodies: [
    feature("E54000065", "NHS Central East Integrated Care Board", "ICB"),
    feature("E54000050", "NHS North East and North Cumbria Integrated Care Board", "ICB"),
    feature("BHSCT", "Belfast Health and Social Care Trust", "HSC Trust"),
  ],
  regions: {
    regions: [feature("S92000003", "Scotland")],
    nations: [feature("S92000003", "Scotland")],
    councilStartYears: new Map([
      ["E06009999", 2023],
      ["S12009999", 2018],
    ]),
  },
  welshNames: {
    byCode: new Map([["W07009999", "Wrecsam"]]),
    byEnglishName: new Map([["Wrexham", "Wrecsam"]]),
  },
  populations: new Map([["E14009999", 1000]]),
};

describe("buildAreas", () => {
  const areas = buildAreas(sources);
  const find = (kind: string, code: string) => areas.find((area) => area.kind === kind && area.code === code);

  it("makes one record for each area, with a point and a box in degrees", () => {
    expect(areas).toHaveLength(10);
    expect(find("constituency", "E14009999")).toMatchObject({
      slug: "kings-lane",
      nation: "england",
      bbox: [0, 50, 1, 51],
      population: 1000,
      populationYear: 2022,
      validFrom: "2024-07-04",
      validTo: null,
    });
  });

  it("tells the kinds of health body apart", () => {
    expect(find("icb", "E54000050")?.slug).toBe("north-east-and-north-cumbria");
    expect(find("hsc-trust", "BHSCT")).toMatchObject({ slug: "belfast", nation: "northern-ireland" });
  });

  it("gives Welsh names where the list has them, to a council of the same name too", () => {
    expect(find("constituency", "W07009999")?.nameCy).toBe("Wrecsam");
    expect(find("council", "W06009999")?.nameCy).toBe("Wrecsam");
    expect(find("council", "E06009999")?.nameCy).toBeNull();
  });

  it("dates an area only where a source does", () => {
    expect(find("council", "E06009999")?.validFrom).toBe("2023-04-01");
    expect(find("council", "S12009999")?.validFrom).toBeNull();
    expect(find("icb", "E54000065")?.validFrom).toBe("2026-04-01");
    expect(find("icb", "E54000050")?.validFrom).toBeNull();
  });

  it("refuses two areas of one kind at the same address, and an unknown kind of health body", () => {
    const twice = [feature("E14000001", "Newport"), feature("E14000002", "newport")];
    expect(() => buildAreas({ ...sources, constituencies: twice })).toThrow("E14000001 and E14000002");
    expect(() => buildAreas({ ...sources, healthBodies: [feature("X1", "X", "CCG")] })).toThrow(
      "unknown type",
    );
  });
});

describe("nationOfCode", () => {
  it.each([
    ["E14001152", "england"],
    ["S08000031", "scotland"],
    ["W11000029", "wales"],
    ["N05000004", "northern-ireland"],
    ["SHSCT", "northern-ireland"],
    ["WHSCT", "northern-ireland"],
  ])("%s is in %s", (code, nation) => expect(nationOfCode(code)).toBe(nation));
});
