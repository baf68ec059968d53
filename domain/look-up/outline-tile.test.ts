import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cellMiddle,
  constituenciesAt,
  districtAt,
  FARTHEST,
  isOutlineTile,
  isTile,
  type OutlineTile,
  TILE_CELLS,
  TILE_FORMAT,
  TILE_STEPS,
  tileAt,
  tileBox,
  tilePath,
} from "./outline-tile";

const anyTile = fc.record({
  column: fc.integer({ min: 0, max: 109 }),
  row: fc.integer({ min: 0, max: 111 }),
});
const anyCell = fc.integer({ min: 0, max: TILE_CELLS * TILE_CELLS - 1 });

describe("a square", () => {
  it("holds its own cells, each a part of it, and its box reaches beyond it on every side", () => {
    fc.assert(
      fc.property(anyTile, anyCell, (tile, cell) => {
        const { lon, lat } = cellMiddle(tile, cell);
        expect(tileAt(lon, lat)).toEqual(tile);
        const [west, south, east, north] = tileBox(tile);
        expect(lon - west).toBeGreaterThan(0.02);
        expect(lat - south).toBeGreaterThan(0.02);
        expect(east - lon).toBeGreaterThan(0.02);
        expect(north - lat).toBeGreaterThan(0.02);
        expect(east - west).toBeCloseTo(0.14, 9);
        expect(north - south).toBeCloseTo(0.14, 9);
      }),
    );
  });
  it("is asked for only where there are outlines: Land's End to Shetland", () => {
    expect(tileAt(-5.71, 50.07)).not.toBeNull();
    expect(tileAt(-1.2, 60.8)).not.toBeNull();
    for (const [lon, lat] of [
      [-9.01, 55],
      [2.01, 55],
      [-3, 49.79],
      [-3, 61.01],
    ] as const)
      expect(tileAt(lon, lat)).toBeNull();
  });
  it.each([
    [0, 0, true],
    [109, 111, true],
    [-1, 5, false],
    [110, 5, false],
    [5, -1, false],
    [5, 112, false],
    [-1, -1, false],
  ])("of column %i and row %i: %s", (column, row, is) => {
    expect(isTile({ column, row })).toBe(is);
  });
  it("has an address of its own", () => {
    expect(tilePath({ column: 60, row: 50 })).toBe("/outlines/60-50.json");
  });
  it.each([null, undefined, "tile", 3, {}, { format: TILE_FORMAT - 1 }])("is not %j", (value) => {
    expect(isOutlineTile(value)).toBe(false);
  });
});

describe("the district of a position", () => {
  const outcodes = ["CA1", "CA2", "CA3"];
  const cells = TILE_CELLS * TILE_CELLS;

  it("is that of its cell, however the cells run", () => {
    const ends = fc.tuple(anyCell, anyCell).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(anyTile, anyCell, ends, (tile, cell, [first, second]) => {
        const runs = [first, 0, second - first, 1, cells - second, 2];
        const expected = cell < first ? "CA1" : cell < second ? "CA2" : "CA3";
        expect(districtAt({ outcodes, runs }, tile, cellMiddle(tile, cell))).toBe(expected);
      }),
    );
  });
  it("is none where nobody lives, and where the runs end too soon", () => {
    const tile = { column: 60, row: 50 };
    expect(districtAt({ outcodes: [], runs: [] }, tile, cellMiddle(tile, 5))).toBeNull();
    expect(districtAt({ outcodes, runs: [5, 0] }, tile, cellMiddle(tile, 5))).toBeNull();
    expect(districtAt({ outcodes, runs: [5, 0] }, tile, cellMiddle(tile, 4))).toBe("CA1");
    expect(districtAt({ outcodes, runs: [6, 9] }, tile, cellMiddle(tile, 4))).toBeNull();
  });
  it("is that of the nearest cell for a position on the very edge of the square", () => {
    const tile = { column: 60, row: 50 };
    const [west, south, east, north] = tileBox(tile);
    const at = { outcodes, runs: [1, 0, cells - 2, 1, 1, 2] };
    expect(districtAt(at, tile, { lon: west, lat: south })).toBe("CA1");
    expect(districtAt(at, tile, { lon: east, lat: north })).toBe("CA3");
  });
});

describe("the constituencies that a position can be in", () => {
  const tile = { column: 60, row: 50 };
  const [west, south, east, north] = tileBox(tile).map((degrees) => Math.round(degrees * TILE_STEPS)) as [
    number,
    number,
    number,
    number,
  ];
  const middle = -295_000;
  const box = (from: number, to: number, bottom = south, top = north) => [
    [from, bottom, to, bottom, to, top, from, top, from, bottom],
  ];
  const outline: OutlineTile = {
    format: TILE_FORMAT,
    districts: { outcodes: [], runs: [] },
    areas: [
      { slug: "east", rings: box(middle, east) },
      { slug: "west", rings: box(west, middle) },
    ],
  };
  // A degree of longitude is 64 km here: 0.0005° is 32 m.
  const at = (lon: number, metres: number, lat = 54.85) =>
    constituenciesAt(outline, tile, { lon, lat, metres });

  it("are the one it is in first, and the other where it is near enough", () => {
    expect(at(-2.9505, 10)).toEqual(["west"]);
    expect(at(-2.9505, 40)).toEqual(["west", "east"]);
    expect(at(-2.9495, 40)).toEqual(["east", "west"]);
  });
  it("are none farther than the outlines reach, however rough the position", () => {
    expect(at(-2.97, 5 * FARTHEST)).toEqual(["west"]);
    expect(
      constituenciesAt({ ...outline, areas: [] }, tile, { lon: -2.95, lat: 54.85, metres: 500 }),
    ).toEqual([]);
  });
  it("do not end where the square was cut", () => {
    const [lonWest, latSouth] = [west / TILE_STEPS, south / TILE_STEPS];
    const eastOnly = { ...outline, areas: [{ slug: "west", rings: box(west, middle) }] };
    const beside = (lon: number, lat: number) => constituenciesAt(eastOnly, tile, { lon, lat, metres: 500 });
    expect(beside(lonWest - 0.001, 54.85)).toEqual([]);
    expect(beside(-2.96, latSouth - 0.001)).toEqual([]);
    expect(beside(-2.949, 54.85)).toEqual(["west"]);
  });
  it("are ended by an outline that runs along the side of no square", () => {
    const high = { ...outline, areas: [{ slug: "low", rings: box(west, east, south, 5_485_000) }] };
    expect(constituenciesAt(high, tile, { lon: -2.95, lat: 54.851, metres: 200 })).toEqual(["low"]);
    expect(constituenciesAt(high, tile, { lon: -2.95, lat: 54.851, metres: 50 })).toEqual([]);
  });
});
