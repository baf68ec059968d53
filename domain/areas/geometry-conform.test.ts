import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conformBorders } from "./geometry-conform";

/** In steps of 0.001 degrees, which is half a cell of the grid that points are kept in. */
const ring = (...points: [number, number][]) => points.flatMap(([x, y]) => [x / 1000, y / 1000]);
const LEFT = ring([0, 0], [10, 0], [10, 10], [0, 10], [0, 0]);

describe("neighbours share their borders point for point", () => {
  it("a corner on the straight edge of a neighbour is added to it, in its place", () => {
    const right = ring([10, 0], [20, 0], [20, 10], [10, 10], [10, 6], [10, 3], [10, 0]);
    const [left] = conformBorders([[[LEFT]], [[right]]]);
    expect(left).toEqual([[ring([0, 0], [10, 0], [10, 3], [10, 6], [10, 10], [0, 10], [0, 0])]]);
  });

  it("and so it is on each of four sides", () => {
    const around = [
      ring([3, 0], [4, -9], [5, -9], [3, 0]),
      ring([10, 3], [19, 4], [19, 5], [10, 3]),
      ring([3, 10], [4, 19], [5, 19], [3, 10]),
      ring([0, 3], [-9, 4], [-9, 5], [0, 3]),
    ];
    const [middle] = conformBorders([[[LEFT]], ...around.map((one) => [[one]])]);
    expect(middle).toEqual([
      [ring([0, 0], [3, 0], [10, 0], [10, 3], [10, 10], [3, 10], [0, 10], [0, 3], [0, 0])],
    ]);
  });

  it.each([
    [0.00005, true],
    [0.00006, true],
    [0.00007, false],
    [-0.00005, true],
    [-0.00007, false],
  ])("one %d degrees beside the edge is on it: %s", (off, isOn) => {
    const corner: [number, number] = [0.01 + off, 0.005];
    const right = [...corner, 0.02, 0.004, 0.02, 0.006, ...corner];
    const [left] = conformBorders([[[LEFT]], [[right]]]);
    expect(left?.[0]?.[0]).toHaveLength(isOn ? LEFT.length + 2 : LEFT.length);
  });

  it("the ends of an edge, and what lies beyond them, are not added to it", () => {
    const beyond = ring([10, 12], [20, 12], [20, 13], [10, 12]);
    expect(conformBorders([[[LEFT]], [[beyond]]])[0]).toEqual([[LEFT]]);
    const atEnd = [0.01, 0.000_001, 0.02, 0, 0.02, 0.001, 0.01, 0.000_001];
    expect(conformBorders([[[LEFT]], [[atEnd]]])[0]).toEqual([[LEFT]]);
  });

  it("an outline that is nothing but a line there and back is left out", () => {
    expect(conformBorders([[[ring([20, 20], [25, 20], [20, 20])]], [[LEFT]]])).toEqual([[], [[LEFT]]]);
    expect(conformBorders([[[LEFT, ring([2, 2], [4, 2], [2, 2])]]])).toEqual([[[LEFT]]]);
  });

  it("no point goes, whatever the outlines", () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }));
    const triangle = fc.uniqueArray(point, {
      minLength: 3,
      maxLength: 3,
      selector: ([x, y]) => `${x} ${y}`,
    });
    fc.assert(
      fc.property(fc.array(triangle, { minLength: 1, maxLength: 4 }), (triangles) => {
        const rings = triangles.map(([a, b, c]) => ring(a ?? [0, 0], b ?? [0, 0], c ?? [0, 0], a ?? [0, 0]));
        const flat = triangles.map(
          ([[ax, ay] = [0, 0], [bx, by] = [0, 0], [cx, cy] = [0, 0]]) =>
            (bx - ax) * (cy - ay) === (cx - ax) * (by - ay),
        );
        const conformed = conformBorders(rings.map((one) => [[one]]));
        for (const [at, one] of rings.entries()) {
          if (flat[at]) continue;
          const points = pairs(conformed[at]?.[0]?.[0] ?? []);
          for (const pair of pairs(one)) expect(points).toContain(pair);
        }
      }),
    );
  });
});

function pairs(flat: ArrayLike<number>): string[] {
  return Array.from({ length: flat.length / 2 }, (_, at) => `${flat[at * 2]} ${flat[at * 2 + 1]}`);
}
