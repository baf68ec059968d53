import { feature } from "topojson-client";
import { describe, expect, it } from "vitest";
import { otherLand, unitedKingdomLand } from "./base-map-land";
import { townLabels, villageLabels } from "./base-map-names";
import { lightOutlines, selectOutlines } from "./light-outlines";

const box = (west: number, south: number, size: number) => [
  [west, south, west + size, south, west + size, south + size, west, south + size, west, south],
];
const names = (code: string) => ({ code, slug: code.toLowerCase(), nameEn: code, nameCy: null });
const outlines = [
  { code: "A", polygons: [box(0, 50, 1), box(3, 50, 0.0002)] },
  { code: "B", polygons: [box(1, 50, 1)] },
  { code: "ISLE", polygons: [box(5, 50, 0.002)] },
];
const named = new Map(outlines.map(({ code }) => [code, names(code)]));
const light = lightOutlines(outlines, named, { keep: 1, smallest: 0.001 });

describe("lightOutlines", () => {
  it("keeps every area, drops specks, and keeps the one island that is all an area has", () => {
    const areas = feature(light, light.objects.areas).features;
    expect(areas.map(({ properties }) => properties.slug)).toEqual(["a", "b", "isle"]);
    expect(areas.map(({ geometry }) => (geometry as { coordinates: unknown[] }).coordinates.length)).toEqual([
      1, 1, 1,
    ]);
  });

  it("selects some areas with only the arcs they use", () => {
    const some = selectOutlines(light, new Set(["ISLE"]));
    expect(some.objects.areas.geometries).toHaveLength(1);
    expect(some.arcs).toHaveLength(1);
  });

  it("refuses an outline without a record", () => {
    expect(() => lightOutlines(outlines, new Map(), { keep: 1, smallest: 0 })).toThrow("No area record");
  });
});

describe("the base map", () => {
  it("melts neighbours into one land", () => {
    const land = unitedKingdomLand(light) as never as Parameters<typeof feature>[0];
    const { geometry } = feature(land, "land") as unknown as { geometry: { coordinates: number[][][][] } };
    expect(geometry.coordinates).toHaveLength(2);
  });

  it("clips the neighbours and covers the Irish border", () => {
    const ireland = { name: "Ireland", rings: [[-30, 52, -6, 52, -6, 54, -30, 54, -30, 52]] };
    const { features } = otherLand({ countries: [ireland], irishBorder: [[-8, 54, -7, 54]] });
    expect(Math.min(...(features[0]?.geometry.coordinates.flat(2).map(([lon]) => lon ?? 0) ?? []))).toBe(-16);
    expect(features[1]?.geometry.coordinates).toHaveLength(1);
  });

  it("ranks towns by their people and leaves villages room", () => {
    const town = { name: "Uptown", lon: -3.001, lat: 54.901, population: 100_000, capital: false };
    const village = (name: string, lon: number) => ({ name, outcode: "ZY1", lon, lat: 54.901 });
    const city = { ...town, name: "City", population: 500_000 };
    expect(
      townLabels([town, city]).features.map(({ properties }) => [properties.name, properties.rank]),
    ).toEqual([
      ["City", 2],
      ["Uptown", 4],
    ]);
    const villages = [village("Too Near", -3.002), village("Beckside", -2), village("Next Door", -2.001)];
    const labels = villageLabels([...villages, village("4 Elms", -1)], [town]);
    expect(labels.features.map(({ properties }) => properties.name)).toEqual(["Beckside"]);
  });
});
