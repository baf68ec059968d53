import fc from "fast-check";
import { expect, it } from "vitest";
import { distances, forgiven } from "./edit-distance";

it.each([
  ["carlisle", "carlisle", 0, 0],
  ["carlise", "carlisle", 1, 1],
  ["newcastel", "newcastle", 1, 1],
  ["infirmry", "infirmary", 1, 1],
  ["birmigh", "birmingham", 3, 1],
  ["helth", "health", 1, 1],
  ["", "bath", 4, 0],
  ["bath", "", 4, 4],
])("%s is %s: %i slips of the whole, %i of its beginning", (typed, word, whole, prefix) => {
  expect(distances(typed, word)).toEqual({ whole, prefix });
});

const word = fc.string({ unit: fc.constantFrom(..."abcde"), minLength: 1, maxLength: 12 });

it("is nought for a word and its beginnings, and the same both ways", () => {
  fc.assert(
    fc.property(word, word, fc.nat(12), (a, b, cut) => {
      expect(distances(a, a)).toEqual({ whole: 0, prefix: 0 });
      expect(distances(a.slice(0, cut), a).prefix).toBe(0);
      expect(distances(a, b).whole).toBe(distances(b, a).whole);
      expect(distances(a, b).prefix).toBeLessThanOrEqual(distances(a, b).whole);
    }),
  );
});

it("forgives nothing in short words, which a slip would turn into others", () => {
  expect([2, 3, 4, 7, 8, 20].map(forgiven)).toEqual([0, 0, 1, 1, 2, 2]);
});
