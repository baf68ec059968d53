import { expect, it } from "vitest";
import { figuresAtZoom, pointOfPixel } from "@/domain/map/point-of-pixel";

const view = { lon: -4.14, lat: 50.37, zoom: 14 };

it("the middle is the middle, right is east and down is south", () => {
  const middle = pointOfPixel(view, 0, 0);
  expect(middle.lon).toBeCloseTo(view.lon, 10);
  expect(middle.lat).toBeCloseTo(view.lat, 10);
  const moved = pointOfPixel(view, 100, 100);
  expect(moved.lon).toBeCloseTo(-4.14 + 36_000 / (512 * 2 ** 14), 8);
  expect(moved.lat).toBeLessThan(50.37);
  // A hundred pixels are as many metres in both directions.
  const east = (moved.lon + 4.14) * Math.cos((50.37 * Math.PI) / 180);
  expect((50.37 - moved.lat) / east).toBeCloseTo(1, 3);
});

it("there and back is where it began", () => {
  const there = pointOfPixel(view, -37, 91);
  const back = pointOfPixel({ ...there, zoom: 14 }, 37, -91);
  expect(back.lon).toBeCloseTo(view.lon, 9);
  expect(back.lat).toBeCloseTo(view.lat, 9);
});

it.each([
  [14, 5],
  [11, 3],
  [6, 2],
])("at zoom %d a pin is worth %d figures", (zoom, figures) => expect(figuresAtZoom(zoom)).toBe(figures));
