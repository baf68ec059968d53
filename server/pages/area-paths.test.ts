import { expect, test } from "vitest";
import { areaPaths, frameOf, PICTURE } from "./area-paths";

test.each([
  ["icb", 36, 60],
  ["health-board", 21, 60],
  ["hsc-trust", 5, 10],
  ["constituency", 650, 280],
  // The Isles of Scilly are a council of which every island is too small for the picture.
  ["council", 361, 200],
] as const)("%s: all %i are drawn, in at most %i kB", (kind, number, kilobytes) => {
  const paths = areaPaths(kind);
  expect(paths.size).toBe(number);
  expect([...paths.values()].filter((path) => !/^M[\d.]+ [\d.]+l/.test(path))).toEqual([]);
  expect([...paths.values()].join("").length).toBeLessThan(kilobytes * 1000);
});

test("a frame holds what it is asked to hold, with a little room", () => {
  expect(frameOf(["M10 20l5 0l0 -6l-5 6z", "M100.5 30l-1 1l2 0z"])).toEqual({
    x: 6,
    y: 10,
    width: 99.5,
    height: 25,
  });
  expect(frameOf([])).toEqual({ x: 0, y: 0, width: PICTURE.width, height: PICTURE.height });
});

test("everything is inside the picture", () => {
  for (const path of [...areaPaths("constituency").values()]) {
    let [x, y] = [0, 0];
    for (const [, command, right, down] of path.matchAll(/([Ml])(-?[\d.]+) (-?[\d.]+)/g)) {
      if (command === "M" && path.indexOf("M") > 0) [x, y] = [0, 0];
      x += Number(right);
      y += Number(down);
      if (command === "M") [x, y] = [Number(right), Number(down)];
      expect(x >= 0 && x <= PICTURE.width && y >= 0 && y <= PICTURE.height).toBe(true);
    }
  }
});
