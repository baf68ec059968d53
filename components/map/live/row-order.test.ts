import fc from "fast-check";
import { expect, test } from "vitest";
import { clustersIn, showPins } from "@/domain/map/pin-clusters";
import { decodePins, encodePins, pinPosition } from "@/domain/map/pin-file";
import { viewBounds } from "@/domain/map/view-bounds";
import { fromKey } from "@/domain/map/world-grid";
import { metresBetween } from "@/domain/places/distance";
import { nearestFirst, nearestInView, readingOrder } from "./row-order";

test("rows are read line by line, each from left to right", () => {
  const at = [
    { x: 300, y: 10 },
    { x: 100, y: 30 },
    { x: 50, y: 90 },
    { x: 10, y: 200 },
  ];
  expect(readingOrder([3, 0, 2, 1], (row) => at[row] ?? { x: 0, y: 0 })).toEqual([1, 0, 2, 3]);
});

test("the nearest row comes first, whatever the order they stand in", () => {
  const lons = [0, -3, -1];
  const at = (row: number) => ({ lon: lons[row] ?? 0, lat: 52 });
  expect(nearestFirst([0, 1, 2], at, { lon: -3, lat: 52 })).toEqual([1, 2, 0]);
});

test("the list has every shown service in view by its distance, at every zoom, however few marks are drawn", () => {
  const pin = fc.record({
    lon: fc.double({ min: -8, max: 1.7, noNaN: true }),
    lat: fc.double({ min: 50, max: 60, noNaN: true }),
    category: fc.constant("eye-care"),
    kind: fc.constant("company"),
    status: fc.constant("operating"),
    approximate: fc.boolean(),
  });
  const size = { width: 360, height: 500 };
  fc.assert(
    fc.property(
      fc.array(pin, { minLength: 1, maxLength: 60 }),
      fc.double({ min: 4, max: 16, noNaN: true }),
      fc.nat(),
      fc.nat(),
      (pins, zoom, middle, seed) => {
        const table = decodePins(encodePins(pins).file);
        const mask = Uint8Array.from({ length: table.length }, (_, row) =>
          Number((seed >> (row % 20)) % 3 > 0),
        );
        const shown = showPins(table, mask);
        const view = { zoom, ...pinPosition(table, middle % table.length) };
        const bounds = viewBounds(view, size);
        const within = Array.from(table.keys.keys()).filter((row) => {
          const { x, y } = fromKey(table.keys[row] ?? 0);
          const isIn = x >= bounds.west && x <= bounds.east && y >= bounds.north && y <= bounds.south;
          return isIn && mask[row] === 1;
        });
        const listed = nearestInView(shown, view, size);
        expect([...listed].sort((a, b) => a - b)).toEqual(within);
        const metres = listed.map((row) => metresBetween(pinPosition(table, row), view));
        expect(metres).toEqual(metres.toSorted((a, b) => a - b));
        // Marks of cells that the view only touches may hold more, but none of the list is without one.
        const marks = clustersIn(shown, bounds, zoom);
        for (const row of listed)
          expect(marks.filter(({ from, to }) => from <= row && row < to)).toHaveLength(1);
      },
    ),
  );
});

test("from afar, where all are one mark, the list still has them one by one", () => {
  const at = [-2.93, -2.931, -2.929];
  const { file } = encodePins(
    at.map((lon) => ({ lon, lat: 54.89, category: "", kind: "", status: "", approximate: false })),
  );
  const table = decodePins(file);
  const shown = showPins(table, Uint8Array.of(1, 1, 1));
  const view = { zoom: 5, lon: -2.929, lat: 54.89 };
  expect(clustersIn(shown, viewBounds(view, { width: 360, height: 500 }), 5)).toHaveLength(1);
  const lons = nearestInView(shown, view, { width: 360, height: 500 }).map(
    (row) => pinPosition(table, row).lon,
  );
  expect(lons.map((lon) => lon.toFixed(3))).toEqual(["-2.929", "-2.930", "-2.931"]);
});
