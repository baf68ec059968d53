import { expect, test } from "vitest";
import { hasLetterOrDigit, withoutUnseen, wordOfTwoScripts } from "./unseen";

test.each([
  ["zero width space, joiners and word joiner", "a\u200B\u200C\u200D\u2060b"],
  ["soft hyphen and combining grapheme joiner", "a\u00AD\u034Fb"],
  ["a mark of byte order, and what turns text round", "\uFEFFa\u202E\u2066\u200Fb"],
  ["fillers and variation selectors", "a\u115F\u3164\uFE0F\u{E0100}b"],
  ["tags and controls", "a\u{E0041}\0\x07b"],
])("%s", (_, text) => {
  expect(withoutUnseen(text)).toBe("ab");
});

test("what is seen stays, and so do accents, tabs and line ends", () => {
  expect(withoutUnseen("Tŷ Elái\tŵ\r\n–’&")).toBe("Tŷ Elái\tŵ\r\n–’&");
});

test("names need a letter or a digit", () => {
  expect(["Tŷ", "1", "Ω"].map(hasLetterOrDigit)).toEqual([true, true, true]);
  expect(["", "-", "…", "\u2800", "(&)"].map(hasLetterOrDigit)).toEqual([false, false, false, false, false]);
});

test("a word in letters of two alphabets is told; a word in one, beside another in the other, is none", () => {
  expect(wordOfTwoScripts("The \u0421linic")).toBe("\u0421linic");
  expect(wordOfTwoScripts("Spire \u0397ealth")).toBe("\u0397ealth");
  expect(["Tŷ Elái", "Clinic Ω", "Клиника House", "3µ"].map(wordOfTwoScripts)).toEqual(
    Array.from({ length: 4 }, () => null),
  );
});
