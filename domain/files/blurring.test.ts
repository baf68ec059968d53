import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hiddenPartSchema, pointsOf } from "./blurring";

const part = { left: 10, top: 20, width: 30, height: 40, how: "blur" } as const;

describe("a part that nobody is to see", () => {
  it.each([
    [part, { width: 100, height: 50 }, { left: 10, top: 10, width: 30, height: 20 }],
    [
      { ...part, left: 10.5, width: 0.1 },
      { width: 100, height: 50 },
      { left: 10, top: 10, width: 1, height: 20 },
    ],
    [
      { ...part, left: 90, width: 30 },
      { width: 100, height: 50 },
      { left: 90, top: 10, width: 10, height: 20 },
    ],
    [
      { ...part, top: 99, height: 100 },
      { width: 100, height: 50 },
      { left: 10, top: 49, width: 30, height: 1 },
    ],
    [
      { ...part, left: 100, top: 100 },
      { width: 3, height: 3 },
      { left: 2, top: 2, width: 1, height: 1 },
    ],
  ])("%j of %j covers %j", (given, size, points) => {
    expect(pointsOf(given, size)).toEqual(points);
  });

  it("covers all that was marked, and stays in the picture", () => {
    const share = fc.double({ min: 0, max: 100, noNaN: true });
    const side = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(share, share, share, share, side, side, (left, top, width, height, w, h) => {
        const points = pointsOf({ left, top, width, height, how: "fill" }, { width: w, height: h });
        for (const [at, long, from, share, all] of [
          [points.left, points.width, left, width, w],
          [points.top, points.height, top, height, h],
        ] as const) {
          expect(at >= 0 && long >= 1 && at + long <= all).toBe(true);
          expect(at <= (from / 100) * all).toBe(true);
          expect(at + long >= Math.min(all, ((from + share) / 100) * all)).toBe(true);
        }
      }),
    );
  });

  it.each([
    [{ left: "1", top: 2, width: 3, height: 4 }, true],
    [{ ...part, left: 100 }, false],
    [{ ...part, top: 100 }, false],
    [{ ...part, left: -1 }, false],
    [{ ...part, width: 0 }, false],
    [{ ...part, height: 0 }, false],
    [{ ...part, height: 101 }, false],
    [{ ...part, how: "remove" }, false],
  ])("%j is one: %s", (given, expected) => {
    expect(hiddenPartSchema.safeParse(given).success).toBe(expected);
  });

  it("is blurred where nothing else is said", () => {
    expect(hiddenPartSchema.parse({ left: 1, top: 1, width: 1, height: 1 }).how).toBe("blur");
  });
});
