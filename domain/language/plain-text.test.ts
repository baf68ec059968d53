import fc from "fast-check";
import { expect, it } from "vitest";
import { isPlain, manyLines, oneLine } from "./plain-text";

const [NUL, ESCAPE, TURNED, NEXT_LINE] = ["\u0000", "\u001b", "\u202e", "\u0085"];

it.each([
  ["a\tb", "a b", "a b"],
  ["a\r\nb", "a b", "a\nb"],
  ["a\rb\nc", "a b c", "a\nb\nc"],
  [`a${NEXT_LINE}b`, "a b", "a\nb"],
  ["a\u000b\u000cb", "a b", "ab"],
  ["a\n\n\nb", "a b", "a\n\n\nb"],
  [`a${NUL}${ESCAPE}b${TURNED}c\u2066d`, "abcd", "abcd"],
  ["a\u200db", "a\u200db", "a\u200db"],
])("%j is %j in one line, and %j in several", (text, line, lines) => {
  expect([oneLine(text), manyLines(text)]).toEqual([line, lines]);
});

it.each([
  ["Môn a\u200db", true],
  ["a\nb", false],
  [`a${TURNED}`, false],
  [NUL, false],
  ["", true],
])("%j is plain: %s", (text, expected) => {
  expect(isPlain(text)).toBe(expected);
});

it("leaves one line plain, and changes nothing a second time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(isPlain(oneLine(text))).toBe(true);
      expect(oneLine(oneLine(text))).toBe(oneLine(text));
      expect(manyLines(manyLines(text))).toBe(manyLines(text));
      expect(isPlain(manyLines(text).replaceAll("\n", ""))).toBe(true);
    }),
  );
});
