import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxAround, inMiles, metresBetween } from "./distance";

const point = fc.record({
  lon: fc.double({ min: -8.6, max: 1.8, noNaN: true }),
  lat: fc.double({ min: 49.8, max: 60.9, noNaN: true }),
});

describe("metresBetween", () => {
  it("knows the way from Carlisle's infirmary to Barrow's hospital, about 86 km", () => {
    const metres = metresBetween({ lon: -2.9578, lat: 54.8965 }, { lon: -3.2085, lat: 54.1367 });
    expect(metres / 1000).toBeCloseTo(86, 0);
  });

  it("is the same both ways, and nothing to itself", () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(metresBetween(a, b)).toBeCloseTo(metresBetween(b, a), 4);
        expect(metresBetween(a, a)).toBe(0);
      }),
    );
  });
});

describe("boxAround", () => {
  it("holds every point that is near enough", () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const { west, south, east, north } = boxAround(a, metresBetween(a, b));
        expect(b.lon >= west && b.lon <= east && b.lat >= south && b.lat <= north).toBe(true);
      }),
    );
  });

  it("holds a point that is too near for a distance", () => {
    const [here, beside] = [
      { lon: 0, lat: 52 },
      { lon: 5e-324, lat: 52 },
    ];
    expect(metresBetween(here, beside)).toBe(0);
    const { west, east } = boxAround(beside, 0);
    expect(west <= here.lon && east >= beside.lon).toBe(true);
  });
});

describe("inMiles", () => {
  it.each([
    [0, 0.1],
    [1609.344, 1],
    [12_345, 7.7],
  ])("says %d m", (metres, said) => expect(inMiles(metres)).toBe(said));
});
