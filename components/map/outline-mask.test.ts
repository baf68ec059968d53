import { describe, expect, it } from "vitest";
import { type AreaOutline, maskAround, outlineBounds } from "./outline-mask";

const island = (west: number) => [
  [west, 54],
  [west + 1, 54],
  [west + 1, 55],
  [west, 54],
];
const lake = [
  [-2.8, 54.1],
  [-2.7, 54.1],
  [-2.7, 54.2],
  [-2.8, 54.1],
];
const twoIslands: AreaOutline = {
  type: "Feature",
  properties: {},
  geometry: { type: "MultiPolygon", coordinates: [[island(-3), lake], [island(-6)]] },
};

describe("maskAround", () => {
  it("leaves a hole for every part of the area, and none for its lakes", () => {
    const [world, ...holes] = maskAround(twoIslands).geometry.coordinates;
    expect(world).toHaveLength(5);
    expect(holes).toEqual([island(-3), island(-6)]);
  });

  it("takes an area in one part", () => {
    const one: AreaOutline = { ...twoIslands, geometry: { type: "Polygon", coordinates: [island(-3)] } };
    expect(maskAround(one).geometry.coordinates.slice(1)).toEqual([island(-3)]);
  });
});

describe("outlineBounds", () => {
  it("goes round every part", () => {
    expect(outlineBounds(twoIslands)).toEqual([-6, 54, -2, 55]);
  });

  it("has nothing to say of no area", () => {
    expect(outlineBounds(null)).toBeNull();
  });
});
