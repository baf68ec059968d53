import fc from "fast-check";
import { expect, test } from "vitest";
import { degreesOf, viewBounds } from "./view-bounds";

const views = fc.record({
  zoom: fc.double({ min: 4, max: 14, noNaN: true }),
  lat: fc.double({ min: 50, max: 60, noNaN: true }),
  lon: fc.double({ min: -8, max: 2, noNaN: true }),
});

test("the middle of a view is within it, and a wider one holds it", () => {
  fc.assert(
    fc.property(views, fc.integer({ min: 300, max: 2000 }), (view, width) => {
      const [west, south, east, north] = degreesOf(viewBounds(view, { width, height: 400 }));
      expect(west < view.lon && view.lon < east && south < view.lat && view.lat < north).toBe(true);
      const wide = degreesOf(viewBounds(view, { width, height: 400 }, 1));
      expect(wide[0] < west && wide[1] < south && wide[2] > east && wide[3] > north).toBe(true);
    }),
  );
});

test("at zoom 0 the world is 512 pixels wide", () => {
  const [west, , east] = degreesOf(viewBounds({ zoom: 0, lat: 0, lon: 0 }, { width: 256, height: 256 }));
  expect(east - west).toBeCloseTo(180, 3);
});
