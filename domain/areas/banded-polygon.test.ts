import fc from "fast-check";
import { expect, it } from "vitest";
import { BandedPolygon } from "./banded-polygon";
import { polygonContains } from "./geometry";

/** A ring of so many corners around a middle, some near and some far: with hundreds of edges there are many bands. */
function star(corners: number, middle: [number, number], radius: number): number[] {
  const points = Array.from({ length: corners }, (_, at) => {
    const angle = (2 * Math.PI * at) / corners;
    const reach = radius * (at % 2 === 0 ? 1 : 0.6);
    return [middle[0] + reach * Math.cos(angle), middle[1] + reach * Math.sin(angle)];
  }).flat();
  return [...points, ...points.slice(0, 2)];
}
const OUTER = star(200, [0, 50], 5);
const HOLE = star(40, [1, 51], 1);

it("many edges, and a hole, answer as all of them looked through do", () => {
  const banded = new BandedPolygon([OUTER, HOLE]);
  const typed = new BandedPolygon([new Float64Array(OUTER)]);
  fc.assert(
    fc.property(
      fc.double({ min: -6, max: 6, noNaN: true }),
      fc.double({ min: 44, max: 56, noNaN: true }),
      (x, y) => {
        expect(banded.contains(x, y)).toBe(polygonContains([OUTER, HOLE], x, y));
        expect(typed.contains(x, y)).toBe(polygonContains([OUTER], x, y));
      },
    ),
    { numRuns: 2000 },
  );
});

it("its box is the outer ring's, and each corner's own latitude is asked of the right band", () => {
  const banded = new BandedPolygon([OUTER]);
  expect(banded.box).toEqual([-5, 50 + 5 * Math.sin(-Math.PI / 2), 5, 55]);
  for (let at = 0; at < OUTER.length; at += 2) {
    const [x = 0, y = 0] = OUTER.slice(at, at + 2);
    for (const off of [-0.01, 0, 0.01])
      expect(banded.contains(x + off, y)).toBe(polygonContains([OUTER], x + off, y));
  }
});

it("an outline as flat as a line has nothing in it", () => {
  expect(new BandedPolygon([[0, 1, 2, 1, 0, 1]]).contains(1, 1)).toBe(false);
});
