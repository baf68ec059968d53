import { brotliCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALONE_FROM_ZOOM, clustersIn, rowsIn, showPins } from "./pin-clusters";
import { decodePins, encodePins, type PinToDraw, pinPosition } from "./pin-file";
import { fromKey, GRID_SIZE, toGrid } from "./world-grid";

const pin = fc.record<PinToDraw>({
  // Few of them, so that several are at one point.
  lon: fc
    .constantFrom(-2.93, -2.95, -2.9301, 1.5, -8.1, -0.12)
    .chain((lon) => fc.constantFrom(lon, lon + 0.3)),
  lat: fc.constantFrom(54.89, 54.8901, 50.1, 60.1, 51.5),
  category: fc.constantFrom("eye-care", "gp-practice", "diagnostics"),
  kind: fc.constantFrom("company", "charity", ""),
  status: fc.constantFrom("operating", "planned"),
  approximate: fc.boolean(),
});
const pins = fc.array(pin, { maxLength: 60 });
const EVERYWHERE = { west: 0, north: 0, east: GRID_SIZE - 1, south: GRID_SIZE - 1 };
const zoom = fc.double({ min: 0, max: 18, noNaN: true });

describe("the file of pins", () => {
  it("says of each pin what was written, to 11 m", () => {
    fc.assert(
      fc.property(pins, (given) => {
        const { file, order } = encodePins(given);
        const table = decodePins(file);
        expect(table.length).toBe(given.length);
        order.forEach((index, row) => {
          const { lon, lat, ...words } = given[index] as PinToDraw;
          const at = pinPosition(table, row);
          expect(toGrid(at.lon, at.lat)).toEqual(toGrid(lon, lat));
          expect({
            category: table.words.category[table.category[row] ?? -1],
            kind: table.words.kind[table.kind[row] ?? -1],
            status: table.words.status[table.status[row] ?? -1],
            approximate: table.approximate[row] === 1,
          }).toEqual(words);
        });
        expect([...order].sort((a, b) => a - b)).toEqual(given.map((_, index) => index));
      }),
    );
  });

  it("is small: four bytes a pin or less, all over the country", () => {
    // Numbers without a pattern, the same in every run.
    let seed = 1;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const scattered = Array.from({ length: 20_000 }, () => ({
      lon: -6 + 7 * random(),
      lat: 50 + 8 * random(),
      category: ["eye-care", "gp-practice", "diagnostics"][Math.floor(random() * 3)] ?? "",
      kind: "company",
      status: "operating",
      approximate: false,
    }));
    expect(brotliCompressSync(encodePins(scattered).file).length / 20_000).toBeLessThan(4);
  });
});

describe("marks", () => {
  it("hold every shown pin once, at every zoom", () => {
    fc.assert(
      fc.property(pins, zoom, fc.nat(), (given, at, seed) => {
        const table = decodePins(encodePins(given).file);
        const mask = Uint8Array.from({ length: table.length }, (_, row) => (seed >> (row % 20)) & 1);
        const marks = clustersIn(showPins(table, mask), EVERYWHERE, at);
        const seen = marks.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
        expect(new Set(seen).size).toBe(seen.length);
        const shown = seen.filter((row) => mask[row] === 1);
        expect(shown).toHaveLength(mask.reduce((sum, bit) => sum + bit, 0));
        expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(shown.length);
        // Near enough, every mark is one point.
        if (at >= ALONE_FROM_ZOOM) expect(marks.every(({ isSpot }) => isSpot)).toBe(true);
      }),
    );
  });

  it("stand in the middle of their pins", () => {
    const both = [-2.93, -2.95].map((lon) => ({
      lon,
      lat: 54.89,
      category: "a",
      kind: "b",
      status: "c",
      approximate: false,
    }));
    const table = decodePins(encodePins(both).file);
    const [only, ...more] = clustersIn(showPins(table, Uint8Array.of(1, 1)), EVERYWHERE, 5);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ count: 2, isSpot: false });
    expect(only?.lon).toBeCloseTo(-2.94, 3);
    expect(only?.lat).toBeCloseTo(54.89, 3);
  });

  it("and the list agree: the rows within bounds are those whose points lie there", () => {
    fc.assert(
      fc.property(
        pins,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (given, [a = 0, b = 0, c = 0, d = 0]) => {
          const table = decodePins(encodePins(given).file);
          const [west, east] = [
            toGrid(-9 + 11 * Math.min(a, b), 55).x,
            toGrid(-9 + 11 * Math.max(a, b), 55).x,
          ];
          const [north, south] = [
            toGrid(0, 49 + 12 * Math.max(c, d)).y,
            toGrid(0, 49 + 12 * Math.min(c, d)).y,
          ];
          const all = Uint8Array.from({ length: table.length }, () => 1);
          const expected = Array.from(table.keys.keys()).filter((row) => {
            const { x, y } = fromKey(table.keys[row] ?? 0);
            return x >= west && x <= east && y >= north && y <= south;
          });
          expect(rowsIn(showPins(table, all), { west, east, north, south })).toEqual(expected);
        },
      ),
    );
  });
});
