import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likelyShare } from "./likely-share";

const rounded = (part: number, whole: number) => {
  const { low, high } = likelyShare(part, whole);
  return [low, high].map((share) => Math.round(share * 1000) / 10);
};

describe("between which shares the true one probably lies", () => {
  it("is Wilson's interval", () => {
    expect(rounded(0, 10)).toEqual([0, 27.8]);
    expect(rounded(5, 10)).toEqual([23.7, 76.3]);
    expect(rounded(10, 10)).toEqual([72.2, 100]);
    expect(rounded(2, 60)).toEqual([0.9, 11.4]);
  });

  it("has the sample's own share in it, and narrows as the sample grows", () => {
    const sample = fc
      .integer({ min: 1, max: 500 })
      .chain((whole) => fc.integer({ min: 0, max: whole }).map((part) => ({ part, whole })));
    fc.assert(
      fc.property(sample, ({ part, whole }) => {
        const { low, high } = likelyShare(part, whole);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low - 1e-9).toBeLessThanOrEqual(part / whole);
        expect(high + 1e-9).toBeGreaterThanOrEqual(part / whole);
        const larger = likelyShare(part * 4, whole * 4);
        expect(larger.high - larger.low).toBeLessThan(high - low);
      }),
    );
  });

  it("refuses what is no share", () => {
    for (const [part, whole] of [
      [0, 0],
      [3, 2],
      [-1, 2],
    ] as const)
      expect(() => likelyShare(part, whole)).toThrow(RangeError);
  });
});
