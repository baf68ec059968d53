import { expect, test } from "vitest";
import { countryPath, outlinePath } from "./outline-path";

const BOX = { width: 380, height: 470 };
const numbers = (path: string | null) =>
  [...(path ?? "").matchAll(/(-?\d+\.\d) (-?\d+\.\d)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

test.each([
  ["Carlisle", "constituency", "E14001152"],
  ["Orkney and Shetland", "constituency", "S14000051"],
  ["Cumberland", "council", "E06000063"],
] as const)("the outline of %s fills its box one way and lies within it", (_name, kind, code) => {
  const points = numbers(outlinePath(kind, code, BOX));
  expect(points.length).toBeGreaterThan(10);
  const across = points.map(([x]) => x);
  const down = points.map(([, y]) => y);
  expect(Math.min(...across)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...across)).toBeLessThanOrEqual(BOX.width);
  expect(Math.min(...down)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...down)).toBeLessThanOrEqual(BOX.height);
  const [width, height] = [Math.max(...across) - Math.min(...across), Math.max(...down) - Math.min(...down)];
  expect(Math.max(width / BOX.width, height / BOX.height)).toBeCloseTo(1, 2);
});

test("what no file has has none, and the country is that of all nations", () => {
  expect(outlinePath("constituency", "E14009999", BOX)).toBeNull();
  expect(numbers(countryPath(BOX)).length).toBeGreaterThan(500);
});
