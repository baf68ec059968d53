import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPlain, manyLines, oneLine } from "@/domain/language/plain-text";
import { fieldDecisionSchema, reasonSchema } from "@/domain/reports/field-decision";
import { newServiceSchema } from "@/domain/reports/proposal";
import { sourceInputSchema } from "@/domain/sources/source";

const odd = fc.constantFrom(
  ..."\u0000\u0007\u001b\u007f\u0085\u009f\u061c\u200e\u202e\u2066\u2069\r\n\t\u200d",
);
const typed = fc.array(fc.oneof(odd, fc.string({ unit: "grapheme" }))).map((parts) => parts.join(""));
const unseen = /[\p{Bidi_Control}\p{Cc}]/u;
/** Every text in a parsed value, however deep. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

test.each([
  ["Clinic \u202egnp.exe", "Clinic gnp.exe"],
  ["A\u0000B\u009fC", "ABC"],
  ["Two\r\nlines\tand more", "Two lines and more"],
  ["Clínica “Évora” 👩\u200d⚕️", "Clínica “Évora” 👩\u200d⚕️"],
])("%j is %j in one line", (given, plain) => {
  expect(oneLine(given)).toBe(plain);
});

test("many lines keep their ends, and nothing else", () => {
  expect(manyLines("One\r\ntwo\rthree\n\u2066four\u2069\u0000")).toBe("One\ntwo\nthree\nfour");
});

test("whatever is typed, nothing unseen is left, and what is plain stays as it was", () => {
  fc.assert(
    fc.property(typed, (text) => {
      expect(oneLine(text)).not.toMatch(unseen);
      expect(manyLines(text).replaceAll("\n", "")).not.toMatch(unseen);
      expect(oneLine(oneLine(text))).toBe(oneLine(text));
      expect(manyLines(manyLines(text))).toBe(manyLines(text));
      expect(isPlain(oneLine(text))).toBe(true);
      if (isPlain(text)) expect(oneLine(text)).toBe(text);
    }),
  );
});

describe("whatever is sent in", () => {
  const text = typed.map((some) => `Some${some.slice(0, 80)}text that is long enough`);

  test("a report: no unseen character is left in any part", () => {
    fc.assert(
      fc.property(text, (value) => {
        const proposal = newServiceSchema.parse({
          kind: "new-service",
          v: 1,
          category: "eye-care",
          placeId: null,
          placeName: value,
          addressLines: value,
          town: value.slice(0, 100),
          postcode: `\u202e${value.slice(0, 10)}`,
          naming: "named",
          providerName: value,
          providerKind: "",
          commissionerName: value,
          contractType: "",
          startedOn: "",
          status: "operating",
          sources: [
            { kind: "news", title: value, publisher: value, url: "", publishedOn: "2024", says: value },
          ],
          note: value,
        });
        for (const part of textsIn(proposal)) expect(part.replaceAll("\n", "")).not.toMatch(unseen);
        expect(proposal.placeName).not.toContain("\n");
      }),
    );
  });

  test("a decision: neither its reason nor its comments", () => {
    fc.assert(
      fc.property(text, (value) => {
        const comment = { field: "place", verdict: "accept", comment: value, changedTo: null };
        const parsed = [reasonSchema.parse(value), fieldDecisionSchema.parse(comment)];
        for (const part of textsIn(parsed)) expect(part.replaceAll("\n", "")).not.toMatch(unseen);
      }),
    );
  });

  test("a web address with such a character is none", () => {
    const source = {
      kind: "news",
      title: "Title",
      publisher: "Paper",
      publishedOn: "2024",
      says: "Says so.",
    };
    for (const url of [
      "https://example.org/\u202egnp",
      "https://exam\tple.org/",
      "https://example.org/\u0000",
    ])
      expect(sourceInputSchema.safeParse({ ...source, url }).success).toBe(false);
  });
});
