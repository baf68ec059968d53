import { expect, it } from "vitest";
import { boxView } from "./box-view";

it.each<[string, [number, number, number, number], number]>([
  // 280 pixels of a world of 512 at zoom 0: 1 degree is 1.42 pixels.
  ["as wide as it is", [-3, 51, -1, 51.1], 6.62],
  // A degree of latitude is longer than one of longitude: at 60 degrees twice as long.
  ["as high as it is", [-3, 59, -2.9, 61], 5.51],
  ["never from farther away than the country", [-9, 40, 3, 70], 4.5],
  ["never closer than a town", [-3, 51, -2.999, 51.001], 12.5],
])("a box is seen %s", (_, box, zoom) => expect(boxView(box).zoom).toBe(zoom));

it("its middle is the middle of the map", () => {
  expect(boxView([-3, 51, -1, 52])).toMatchObject({ lat: 51.5, lon: -2 });
});
