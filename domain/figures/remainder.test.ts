import fc from "fast-check";
import { expect, test } from "vitest";
import { remainderOf } from "./remainder";

test("parts, with what is in none and less what is in several, are the total: whatever is in which part", () => {
  const anything = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 5 })), { maxLength: 40 });
  fc.assert(
    fc.property(anything, (things) => {
      const parts = [0, 1, 2, 3, 4, 5].map(
        (part) => things.filter((inParts) => inParts.includes(part)).length,
      );
      const held = things.filter((inParts) => inParts.length > 0).length;
      const { total, parts: sum, missing, again } = remainderOf(things.length, parts, held);
      expect(sum + missing - again).toBe(total);
      expect(missing).toBe(things.filter((inParts) => inParts.length === 0).length);
      expect(again).toBe(things.reduce((more, inParts) => more + Math.max(0, inParts.length - 1), 0));
    }),
  );
});

test("it adds up for any numbers, and neither what is missing nor what is counted again is ever less than none", () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(fc.nat()), fc.option(fc.nat()), (total, parts, held) => {
      const of = remainderOf(total, parts, held);
      expect(of.parts + of.missing - of.again).toBe(total);
      expect(Math.min(of.missing, of.again)).toBeGreaterThanOrEqual(0);
    }),
  );
});
