import fc from "fast-check";
import { expect, it } from "vitest";
import { byAge, spreadOf, wholePercent } from "./work-health";

it("the middle and the 95th are values that are there, and as many are at or below them as they say", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), (values) => {
      const { count, median, ninetyFifth } = spreadOf(values);
      expect(count).toBe(values.length);
      for (const [rank, share] of [
        [median, 0.5],
        [ninetyFifth, 0.95],
      ] as const) {
        expect(values).toContain(rank);
        const below = values.filter((value) => value <= (rank ?? -1)).length;
        expect(below).toBeGreaterThanOrEqual(Math.ceil(share * values.length));
      }
    }),
  );
  expect(spreadOf([])).toEqual({ count: 0, median: null, ninetyFifth: null });
});

it("every age is in one span", () => {
  fc.assert(
    fc.property(fc.array(fc.float({ min: -1, max: 400, noNaN: true })), (days) => {
      expect(byAge(days).reduce((sum, count) => sum + count, 0)).toBe(days.length);
    }),
  );
  expect(byAge([0, 0.9, 1, 2, 5.9, 6, 14, 90])).toEqual([2, 1, 2, 1, 2]);
});

it.each([
  [0, 0, null],
  [0, 9, 0],
  [1, 900, 1],
  [899, 900, 99],
  [900, 900, 100],
  [1, 2, 50],
])("%i of %i is %s per cent", (part, whole, percent) => {
  expect(wholePercent(part, whole)).toBe(percent);
});
