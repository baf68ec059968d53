import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BandedPolygon } from "./banded-polygon";
import { boundingBox, doubleArea, metresToSegment, polygonContains, ringContains } from "./geometry";
import { pointInside } from "./geometry-inside";

const SQUARE = [0, 0, 4, 0, 4, 4, 0, 4, 0, 0];
const HOLE = [1, 1, 1, 3, 3, 3, 3, 1, 1, 1];

describe("polygons", () => {
  it("tells inside from outside and from a hole", () => {
    expect(ringContains(SQUARE, 2, 2)).toBe(true);
    expect(ringContains(SQUARE, 5, 2)).toBe(false);
    expect(polygonContains([SQUARE, HOLE], 2, 2)).toBe(false);
    expect(polygonContains([SQUARE, HOLE], 0.5, 2)).toBe(true);
  });

  it("knows a ring's size and the way it runs", () => {
    expect(doubleArea(SQUARE)).toBe(32);
    expect(doubleArea(HOLE)).toBe(-8);
    expect(boundingBox([[SQUARE], [[9, 9, 10, 9, 10, 10, 9, 9]]])).toEqual([0, 0, 10, 10]);
  });

  it("gives the same answer in bands as without", () => {
    const corner = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
    const coordinate = fc.double({ min: -60, max: 60, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(corner, { minLength: 3, maxLength: 60 }),
        coordinate,
        coordinate,
        (corners, x, y) => {
          const ring = [...corners, corners[0] ?? [0, 0]].flat();
          expect(new BandedPolygon([ring]).contains(x, y)).toBe(polygonContains([ring], x, y));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("finds a point inside the largest part, never in its hole", () => {
    const [x, y] = pointInside([[[9, 9, 9.1, 9, 9.1, 9.1, 9, 9]], [SQUARE, HOLE]]);
    expect(polygonContains([SQUARE, HOLE], x, y)).toBe(true);
  });
});

describe("metresToSegment", () => {
  it("measures across and along in metres", () => {
    expect(metresToSegment(0, 55, -1, 55.001, 1, 55.001)).toBeCloseTo(111.32, 1);
    expect(metresToSegment(0, 60, 0.001, 60, 0.001, 60)).toBeCloseTo(55.66, 1);
  });
});
