import fc from "fast-check";
import { expect, it } from "vitest";
import { insert, type RankedName } from "./name-index-best";

const ranked = fc.record({
  entry: fc.nat({ max: 8 }),
  score: fc.integer({ min: 0, max: 5 }),
  whole: fc.constant(true),
});

it("keeps the best few in order, each entry once by its best name", () => {
  fc.assert(
    fc.property(fc.array(ranked, { maxLength: 40 }), fc.integer({ min: 1, max: 6 }), (all, limit) => {
      const best: RankedName[] = [];
      for (const one of all) insert(best, one, limit);
      const entries = [...new Set(all.map(({ entry }) => entry))].map((entry) => ({
        entry,
        score: Math.max(...all.filter((one) => one.entry === entry).map(({ score }) => score)),
      }));
      entries.sort((a, b) => b.score - a.score || a.entry - b.entry);
      expect(best.map(({ entry, score }) => ({ entry, score }))).toEqual(entries.slice(0, limit));
    }),
    { numRuns: 500 },
  );
});
