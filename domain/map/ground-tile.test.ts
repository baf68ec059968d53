import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GROUND_BOUNDS, GROUND_ZOOM, groundBox, groundPath, groundTileAt, isGroundTile } from "./ground-tile";

it("a square has an address of its own", () => expect(groundPath("250-163")).toBe("/ground/250-163.pbf"));

// From the rule of the usual web map, worked out by hand: the world is 512 squares across at zoom 9.
it.each([
  [0, 0, { x: 256, y: 256 }],
  [-180, 85.05, { x: 0, y: 0 }],
  [-0.1278, 51.5074, { x: 255, y: 170 }],
  [-2.9329, 54.8925, { x: 251, y: 162 }],
])("%d, %d lies in %j", (lon, lat, tile) => expect(groundTileAt(lon, lat)).toEqual(tile));

describe("a square's box", () => {
  it("holds what lies in it, and no more", () => {
    const lon = fc.double({ min: -8, max: 1.8, noNaN: true });
    const lat = fc.double({ min: 50, max: 60, noNaN: true });
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        const tile = groundTileAt(x, y);
        const [west, south, east, north] = groundBox(tile);
        expect(x).toBeGreaterThan(west - 1e-9);
        expect(x).toBeLessThan(east + 1e-9);
        expect(y).toBeLessThan(north + 1e-9);
        expect(y).toBeGreaterThan(south - 1e-9);
        expect(east - west).toBeCloseTo(360 / 2 ** GROUND_ZOOM);
        // It touches the next one.
        expect(groundBox({ x: tile.x + 1, y: tile.y })[0]).toBeCloseTo(east, 9);
        expect(groundBox({ x: tile.x, y: tile.y + 1 })[3]).toBeCloseTo(south, 9);
      }),
    );
  });
});

it("squares are there for all of the country, and none beyond it", () => {
  const [west, south, east, north] = GROUND_BOUNDS;
  const first = groundTileAt(west, north);
  const last = groundTileAt(east, south);
  for (const { x, y } of [first, last, { x: first.x, y: last.y }, { x: last.x, y: first.y }])
    expect(isGroundTile({ x, y })).toBe(true);
  for (const { x, y } of [
    { x: first.x - 1, y: first.y },
    { x: first.x, y: first.y - 1 },
    { x: last.x + 1, y: last.y },
    { x: last.x, y: last.y + 1 },
  ])
    expect(isGroundTile({ x, y })).toBe(false);
});
