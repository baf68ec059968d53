import { expect, test } from "vitest";
import { nearestFirst, readingOrder } from "./row-order";

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
