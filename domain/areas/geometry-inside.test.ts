import { expect, it } from "vitest";
import { pointInside } from "./geometry-inside";

const box = (west: number, south: number, east: number, north: number) => [
  west,
  south,
  east,
  south,
  east,
  north,
  west,
  north,
  west,
  south,
];
/** Tenths of a degree at the equator, where a degree is as long both ways. */
const near = ([x, y]: [number, number]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10];

it("is the middle of a plain box", () => {
  expect(near(pointInside([[box(0, 0, 4, 2)]]))).toEqual([2, 1]);
});

it("is in the largest part, not the first nor the last", () => {
  const parts = [[box(10, 0, 11, 1)], [box(0, 0, 4, 2)], [box(20, 0, 21, 1)]];
  expect(near(pointInside(parts))).toEqual([2, 1]);
  // However its ring runs.
  const turned = [0, 0, 0, 2, 4, 2, 4, 0, 0, 0];
  expect(near(pointInside([[box(10, 0, 11, 1)], [turned]]))).toEqual([2, 1]);
});

it("is where it is farthest from an edge: in the foot of an L, and not at its middle", () => {
  const foot = [0, 0, 6, 0, 6, 3, 1, 3, 1, 9, 0, 9, 0, 0];
  const [x, y] = pointInside([[foot]]);
  expect(x).toBeCloseTo(3, 1);
  expect(y).toBeGreaterThan(1.2);
  expect(y).toBeLessThan(1.8);
});

it("keeps away from a hole as from an edge", () => {
  const [x] = pointInside([[box(0, 0, 10, 4), box(1, 1, 3, 3)]]);
  expect(x).toBeGreaterThan(5);
  const [left] = pointInside([[box(0, 0, 10, 4), box(7, 1, 9, 3)]]);
  expect(left).toBeLessThan(5);
});

it("of several stretches of one line it takes the widest", () => {
  // A U: two arms of which the right is three times as wide.
  const arms = [0, 0, 1, 0, 1, 0.1, 3, 0.1, 3, 0, 6, 0, 6, 9, 3, 9, 3, 0.2, 1, 0.2, 1, 9, 0, 9, 0, 0];
  expect(pointInside([[arms]])[0]).toBeCloseTo(4.5, 1);
});

it("an outline without an inside is an error", () => {
  expect(() => pointInside([[[0, 0, 1, 0, 0, 0]]])).toThrow("without an inside");
});
