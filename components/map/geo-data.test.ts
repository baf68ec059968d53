import { topology } from "topojson-server";
import { describe, expect, it } from "vitest";
import { innerBorders, toFeatures } from "./geo-data";

const square = (west: number, code: string) => ({
  type: "Feature" as const,
  properties: { code },
  geometry: {
    type: "Polygon" as const,
    coordinates: [
      [
        [west, 50],
        [west + 1, 50],
        [west + 1, 51],
        [west, 51],
        [west, 50],
      ],
    ],
  },
});
const two = { type: "FeatureCollection" as const, features: [square(-2, "W"), square(-1, "E")] };
const topo = topology({ areas: two });

describe("toFeatures", () => {
  it("unpacks every area of a topology and says which object it was in", () => {
    expect(toFeatures(topo).features.map(({ properties }) => properties)).toEqual([
      { code: "W", layer: "areas" },
      { code: "E", layer: "areas" },
    ]);
  });

  it("takes GeoJSON as it is", () => {
    expect(toFeatures(two)).toBe(two);
  });

  it.each([[null], ["<html>"], [{ type: "Topology" }], [[1]]])("refuses %j", (body) => {
    expect(() => toFeatures(body)).toThrow(TypeError);
  });
});

describe("innerBorders", () => {
  it("draws the line two areas share, once, and not the coast", () => {
    const [feature, ...others] = innerBorders(topo).features;
    expect(others).toEqual([]);
    expect(feature?.geometry).toEqual({
      type: "MultiLineString",
      coordinates: [
        [
          [-1, 50],
          [-1, 51],
        ],
      ],
    });
  });

  it("refuses what is no topology", () => {
    expect(() => innerBorders(two)).toThrow(TypeError);
  });
});
