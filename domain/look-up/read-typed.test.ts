import fc from "fast-check";
import { expect, it } from "vitest";
import { INWARD_COUNT, inwardText } from "@/domain/postcodes/inward";
import { readTyped } from "./read-typed";

it.each([
  ["CA2 7HY", { kind: "unit", outcode: "CA2", inward: "7HY" }],
  ["ca27hy, Carlisle", { kind: "unit", outcode: "CA2", inward: "7HY" }],
  ["I live at CA2-7HY.", { kind: "unit", outcode: "CA2", inward: "7HY" }],
  ["ＣＡ２ ７ＨＹ", { kind: "unit", outcode: "CA2", inward: "7HY" }],
  ["CA2", { kind: "part", meanings: [{ outcode: "CA2", digit: null }] }],
  [
    "CA27",
    {
      kind: "part",
      meanings: [
        { outcode: "CA27", digit: null },
        { outcode: "CA2", digit: "7" },
      ],
    },
  ],
  ["CA2 7", { kind: "part", meanings: [{ outcode: "CA2", digit: "7" }] }],
  ["Cumberland Infirmary", { kind: "name" }],
  ["NHS 111", { kind: "name" }],
  ["N1 Clinic", { kind: "name" }],
  ["Ward 21", { kind: "name" }],
  ["A82019", { kind: "name" }],
  ["Y02718", { kind: "name" }],
  ["NHS 111 online", { kind: "name" }],
  ["Solihull 5", { kind: "name" }],
  ["Ward 21 hospital", { kind: "name" }],
  ["24 hour surgery", { kind: "name" }],
  ["4 Ways Surgery", { kind: "name" }],
  ["Carlisle CA 2 7HY", { kind: "problem", problem: "mixed" }],
  ["L 1 8JQ liverpool", { kind: "problem", problem: "mixed" }],
  ["CA2 7 HY carlisle", { kind: "problem", problem: "mixed" }],
  ["CA2+7HY", { kind: "unit", outcode: "CA2", inward: "7HY" }],
  ["CA2=7HY home", { kind: "unit", outcode: "CA2", inward: "7HY" }],
  ["sw1a1aalondon", { kind: "problem", problem: "mixed" }],
  ["Ml 1AE", { kind: "problem", problem: "mixed" }],
  ["EC1A IBB x", { kind: "problem", problem: "mixed" }],
  ["СА2 7HY", { kind: "problem", problem: "mixed" }],
  ["CA2 7 Carlisle", { kind: "problem", problem: "mixed" }],
  ["12CA27HY", { kind: "problem", problem: "mixed" }],
  ["SWIA 1AA", { kind: "problem", problem: "mixed" }],
  ["0X1 2AB", { kind: "problem", problem: "mixed" }],
  ["myCA2 7HY", { kind: "problem", problem: "mixed" }],
  ["londonsw1a1aa", { kind: "problem", problem: "mixed" }],
  ["CA2 7HC", { kind: "problem", problem: "unknown" }],
  ["CA2 7HYX", { kind: "problem", problem: "unknown" }],
  ["my house CA2 7H9 Carlisle", { kind: "problem", problem: "unknown" }],
  ["QQ1 1AA", { kind: "problem", problem: "unknown" }],
  ["SW1A OAA", { kind: "problem", problem: "letter-for-digit" }],
  ["JE2 3AB", { kind: "problem", problem: "crown-dependency" }],
  ["CA2%207HY", { kind: "unit", outcode: "CA2", inward: "7HY" }],
  ["CA2&nbsp;7HY", { kind: "unit", outcode: "CA2", inward: "7HY" }],
  ["CAA2 7HY", { kind: "problem", problem: "unknown" }],
  ["cà2 7hy", { kind: "problem", problem: "unknown" }],
  ["CA 7HY", { kind: "problem", problem: "unknown" }],
  ["M1 AE", { kind: "problem", problem: "unknown" }],
  ["CA2 WHY", { kind: "problem", problem: "unknown" }],
  ["S1WA 1AA", { kind: "problem", problem: "unknown" }],
  ["ECIA IBB", { kind: "problem", problem: "letter-for-digit" }],
  ["SWIA IA", { kind: "problem", problem: "letter-for-digit" }],
  ["MI IAE", { kind: "problem", problem: "letter-for-digit" }],
  ["CA2 7HY BT1 1AA", { kind: "problem", problem: "mixed" }],
  ["CA2 7HY, that is ca27hy", { kind: "unit", outcode: "CA2", inward: "7HY" }],
  ["A82019", { kind: "name" }],
  ["B81001", { kind: "name" }],
  ["R0A", { kind: "name" }],
  ["R1H", { kind: "name" }],
  ["ZT001", { kind: "name" }],
  ["NT411", { kind: "name" }],
  ["NVC20", { kind: "name" }],
  ["G4S Health", { kind: "name" }],
  ["G4S Hea", { kind: "name" }],
  ["Mills", { kind: "name" }],
  ["Ward 9", { kind: "name" }],
  ["Isle of Man", { kind: "problem", problem: "crown-dependency" }],
  [" guernsey. ", { kind: "problem", problem: "crown-dependency" }],
  ["Jersey Street Surgery", { kind: "name" }],
  ["BFPO 57", { kind: "problem", problem: "bfpo" }],
  ["BX1 1LT", { kind: "problem", problem: "non-geographic" }],
  ["", { kind: "problem", problem: "empty" }],
  ["?", { kind: "problem", problem: "junk" }],
  ["x".repeat(101), { kind: "problem", problem: "too-long" }],
])("reads %j", (text, expected) => expect(readTyped(text)).toEqual(expected));

it("takes no postcode with one slip in it for a name", () => {
  const inward = fc.integer({ min: 0, max: INWARD_COUNT - 1 }).map(inwardText);
  const sign = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
  const slip = fc.record({
    at: fc.nat(6),
    how: fc.constantFrom("wrong", "left out", "added", "swapped"),
    sign,
  });
  fc.assert(
    fc.property(
      fc.constantFrom("CA2", "M1", "EC1A", "DN55", "L8", "W1A"),
      inward,
      fc.constantFrom("", " "),
      slip,
      (out, inn, gap, { at, how, sign }) => {
        const whole = `${out}${inn}`;
        const i = at % whole.length;
        const changed = {
          wrong: whole.slice(0, i) + sign + whole.slice(i + 1),
          "left out": whole.slice(0, i) + whole.slice(i + 1),
          added: whole.slice(0, i) + sign + whole.slice(i),
          swapped: whole.slice(0, i) + (whole[i + 1] ?? "") + (whole[i] ?? "") + whole.slice(i + 2),
        }[how];
        const typed = changed.slice(0, -3) + gap + changed.slice(-3);
        fc.pre(/\d/.test(typed));
        expect(readTyped(typed), typed).not.toEqual({ kind: "name" });
      },
    ),
    { numRuns: 2_000 },
  );
});

it("takes no text with a postcode in it for a name", () => {
  const word = fc.stringMatching(/^[a-z]{0,8}$/);
  const inward = fc.integer({ min: 0, max: INWARD_COUNT - 1 }).map(inwardText);
  const gap = fc.constantFrom("", " ", "  ", "-", ", ", "\u00a0", "\u200b");
  fc.assert(
    fc.property(
      word,
      fc.constantFrom("CA2", "M1", "EC1A", "DN55"),
      gap,
      inward,
      word,
      (before, out, between, inn, after) => {
        expect(readTyped(`${before} ${out}${between}${inn} ${after}`).kind).not.toBe("name");
      },
    ),
  );
});

it("takes no text for a name that holds a postcode pulled apart by anything, with words around it", () => {
  const inward = fc.integer({ min: 0, max: INWARD_COUNT - 1 }).map(inwardText);
  const gap = fc.constantFrom("", " ", "-", "+", "|", "=", "^", "/", " . ", "\u200b", "\u00b7");
  const gaps = fc.array(gap, { minLength: 7, maxLength: 7 });
  const word = fc.constantFrom("", "home ", "Carlisle, ", "my flat: ");
  fc.assert(
    fc.property(
      word,
      fc.constantFrom("CA2", "M1", "EC1A", "DN55", "L8"),
      inward,
      gaps,
      word,
      (before, out, inn, between, after) => {
        const pulled = [...`${out}${inn}`].map((sign, index) => `${sign}${between[index] ?? ""}`).join("");
        expect(readTyped(`${before}${pulled} ${after}`.trim()).kind).not.toBe("name");
      },
    ),
  );
});
