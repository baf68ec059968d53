import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
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

describe("the whole country from afar", () => {
  const far = JSON.parse(readFileSync("public/map/base/far.json", "utf8"));
  const layer = (name: string) =>
    (feature(far, name) as unknown as { features: { geometry: { coordinates: number[][][][] } }[] }).features;
  const inLand = (lon: number, lat: number) =>
    layer("land").some(({ geometry }) =>
      geometry.coordinates.some(([ring = []]) => isInRing(ring, lon, lat)),
    );

  it("has every nation and the large islands where they are, and no sea", () => {
    for (const [name, lon, lat] of [
      ["London", -0.12, 51.5],
      ["Cardiff", -3.2, 51.5],
      ["Glasgow", -4.25, 55.87],
      ["Belfast", -5.97, 54.57],
      ["Lerwick", -1.2, 60.2],
      ["Stornoway", -6.45, 58.22],
      ["Isle of Wight", -1.3, 50.68],
    ] as const)
      expect(inLand(lon, lat), name).toBe(true);
    expect(inLand(-4.7, 53.9), "the Irish Sea").toBe(false);
    expect(inLand(-6.27, 53.35), "Dublin").toBe(false);
  });

  it("is less than a third of the files that a closer look fetches", () => {
    const bytes = (name: string) => gzipSync(readFileSync(`public/map/base/${name}.json`)).length;
    expect(bytes("far")).toBeLessThan((bytes("land") + bytes("neighbours")) / 3);
  });

  it("has lines between nations and none along a coast", () => {
    const [lines] = layer("nations");
    const points = ((lines?.geometry.coordinates ?? []) as unknown as number[][][]).flat();
    expect(points.length).toBeGreaterThan(50);
    // Wales and Scotland border on England between the Irish and the North Sea.
    for (const [lon = 0, lat = 0] of points)
      expect(lat > 51.4 && lat < 56 && lon > -3.6 && lon < -1.9, `${lon} ${lat}`).toBe(true);
  });
});

function isInRing(ring: readonly number[][], lon: number, lat: number): boolean {
  let inside = false;
  for (const [index, [x = 0, y = 0]] of ring.entries()) {
    const [px = 0, py = 0] = ring.at(index - 1) ?? [];
    if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside;
  }
  return inside;
}
