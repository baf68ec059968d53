import fc from "fast-check";
import { expect, it } from "vitest";
import { type Distances, distancesFrom, forgiven } from "./edit-distance";

const distances = (typed: string, word: string) => ({ ...distancesFrom(typed)(word) });

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

/** The definition, as one writes it down: a table with a row for each letter typed and a column for each of the word. */
function byDefinition(typed: string, word: string): Distances {
  const rows: number[][] = [];
  const at = (y: number, x: number) => rows[y]?.[x] ?? Number.NaN;
  for (let y = 0; y <= typed.length; y++) {
    rows.push([]);
    for (let x = 0; x <= word.length; x++) {
      const [a, b] = [typed[y - 1], word[x - 1]];
      const ways = x === 0 ? [y] : y === 0 ? [x] : [at(y - 1, x) + 1, at(y, x - 1) + 1];
      if (x > 0 && y > 0) ways.push(at(y - 1, x - 1) + (a === b ? 0 : 1));
      if (x > 1 && y > 1 && a === word[x - 2] && b === typed[y - 2]) ways.push(at(y - 2, x - 2) + 1);
      rows[y]?.push(Math.min(...ways));
    }
  }
  return { whole: at(typed.length, word.length), prefix: Math.min(...(rows.at(-1) ?? [])) };
}

it("is what the definition says, up to the 32 letters that it looks at", () => {
  const long = fc.string({ unit: fc.constantFrom(..."ab1"), maxLength: 32 });
  fc.assert(
    fc.property(long, long, (a, b) => {
      expect(distances(a, b)).toEqual(byDefinition(a, b));
    }),
    { numRuns: 300 },
  );
  expect(distances("a".repeat(32), `${"a".repeat(32)}bbb`)).toEqual({ whole: 0, prefix: 0 });
});

it("forgives nothing in short words, which a slip would turn into others", () => {
  expect([2, 3, 4, 7, 8, 20].map(forgiven)).toEqual([0, 0, 1, 1, 2, 2]);
});
