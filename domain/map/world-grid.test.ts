import fc from "fast-check";
import { expect, it } from "vitest";
import { metresBetween } from "@/domain/places/distance";
import { fromGrid, fromKey, GRID_SIZE, toGrid, toKey } from "./world-grid";

const unit = fc.integer({ min: 0, max: GRID_SIZE - 1 });

it("a place along the curve is one unit, and a tile's units stand together", () => {
  fc.assert(
    fc.property(unit, unit, fc.integer({ min: 0, max: 21 }), (x, y, zoom) => {
      const key = toKey(x, y);
      expect(fromKey(key)).toEqual({ x, y });
      expect(key).toBeLessThan(2 ** 42);
      // All units of the tile that this one is in have keys between those of its corners.
      const size = 2 ** (21 - zoom);
      const [left, top] = [Math.floor(x / size) * size, Math.floor(y / size) * size];
      expect(toKey(left, top)).toBe(Math.floor(key / size ** 2) * size ** 2);
      expect(toKey(left + size - 1, top + size - 1)).toBe((Math.floor(key / size ** 2) + 1) * size ** 2 - 1);
    }),
  );
});

it("a position is off by less than 11 m anywhere in the United Kingdom", () => {
  const lon = fc.double({ min: -8.7, max: 1.8, noNaN: true });
  const lat = fc.double({ min: 49.8, max: 60.9, noNaN: true });
  fc.assert(
    fc.property(lon, lat, (lon, lat) => {
      const { x, y } = toGrid(lon, lat);
      expect(metresBetween({ lon, lat }, fromGrid(x, y))).toBeLessThan(11);
    }),
  );
});
