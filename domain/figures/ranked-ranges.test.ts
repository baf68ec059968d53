import fc from "fast-check";
import { expect, test } from "vitest";
import { type Range, rankedRanges } from "./ranked-ranges";

const range = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 15 }))
  .map(([low, wide]): Range => ({ low, high: low + wide }));

test("a rank is given where it holds whatever the truth is, and nowhere else", () => {
  fc.assert(
    fc.property(
      fc.array(range, { maxLength: 12 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (ranges, chance) => {
        const ranks = rankedRanges(ranges);
        const truth = ranges.map(({ low, high }) => low + (high - low) * (chance.next().value ?? 0));
        for (const [at, rank] of ranks.entries()) {
          const own = truth[at] ?? 0;
          if (rank !== null) expect(1 + truth.filter((other) => other > own).length).toBe(rank);
          else {
            // Another could be just as large.
            const { low, high } = ranges[at] ?? { low: 0, high: 0 };
            expect(
              ranges.some((other, index) => index !== at && other.low <= high && other.high >= low),
            ).toBe(true);
          }
        }
      },
    ),
  );
});

test("equal ones, and one inside another's range, have no rank; those beside them do", () => {
  const points = [5, 5, 3].map((point) => ({ low: point, high: point }));
  expect(rankedRanges(points)).toEqual([null, null, 3]);
  expect(
    rankedRanges([
      { low: 10, high: 20 },
      { low: 12, high: 13 },
      { low: 30, high: 40 },
    ]),
  ).toEqual([null, null, 1]);
});
