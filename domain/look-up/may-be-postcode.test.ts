import fc from "fast-check";
import { expect, it } from "vitest";
import { mayBePostcode } from "./may-be-postcode";

it.each([
  "CA2",
  "ca27hy",
  "C A 2 7",
  "Carlisle CA2",
  "c.a.2",
  "ＣＡ２",
  "G4S",
  "e1",
  "b1",
  "flat 2 m1 1aa",
  "",
])("%j can be a postcode", (text) => expect(mayBePostcode(text)).toBe(true));

it.each([
  "Carlisle",
  "ca",
  "St Mary's",
  "Ynys Môn",
  "Brighton & Hove",
  "NHS 111",
  "Clinic 24",
  "4 Ways Surgery",
])("%j is a name", (text) => expect(mayBePostcode(text)).toBe(false));

const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
const figure = fc.constantFrom(..."0123456789");
const gap = fc.constantFrom("", " ", "  ", "-", "\u00a0", "\u200b");
const area = fc.oneof(
  letter,
  fc.tuple(letter, letter).map((pair) => pair.join("")),
);

it("holds back every postcode from its first figure on, whatever stands before it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("", "near ", "Carlisle, "),
      area,
      gap,
      figure,
      gap,
      (before, letters, a, digit, b) => {
        expect(mayBePostcode(`${before}${letters}${a}${digit}${b}`)).toBe(true);
      },
    ),
  );
});
