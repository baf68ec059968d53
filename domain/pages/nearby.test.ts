import { expect, it } from "vitest";
import { boxAround } from "@/domain/places/distance";
import { mapBounds, type NearbyService } from "./nearby";

const near = (...metres: number[]) => metres.map((one) => ({ metres: one }) as NearbyService);
const AREA = [-3, 51, -2.98, 51.01] as const;
const MIDDLE = { lon: -2.99, lat: 51.005 };

it("an area with services of its own is shown as it is", () => {
  expect(mapBounds([...AREA], [])).toEqual([...AREA]);
});

it.each([
  ["the third nearest", near(20_000, 30_000, 40_000, 90_000), 40_000],
  ["the last, where there are fewer", near(20_000, 30_000), 30_000],
])("else the map reaches to %s", (_, nearby, metres) => {
  const { west, south, east, north } = boxAround(MIDDLE, metres);
  for (const [at, value] of [west, south, east, north].entries())
    expect(mapBounds([...AREA], nearby)[at]).toBeCloseTo(value, 9);
});

it("and never shows less than the area", () => {
  expect(mapBounds([...AREA], near(1))).toEqual([...AREA]);
});
