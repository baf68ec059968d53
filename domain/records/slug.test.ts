import fc from "fast-check";
import { expect, test } from "vitest";
import { slugGiver, slugOf } from "@/domain/records/slug";

test.each([
  ["PET-CT scanning at Cumberland Infirmary", "pet-ct-scanning-at-cumberland-infirmary"],
  ["St Mary's & St John’s", "st-marys-and-st-johns"],
  ["Ysbyty Llanfairpwll – Môn", "ysbyty-llanfairpwll-mon"],
  ["  --  ", "record"],
  ["日本", "record"],
])("%s becomes %s", (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});

test("whatever the text, the slug is one", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const slug = slugOf(text);
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slug.length).toBeLessThanOrEqual(80);
      expect(slugOf(slug)).toBe(slug);
    }),
  );
});

test("a slug that is given is free, the base itself where it can be, and the first number where not", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 9 })),
      fc.integer({ min: 1, max: 12 }),
      (numbers, times) => {
        const named = (number: number) => (number === 1 ? "clinic" : `clinic-${number}`);
        const give = slugGiver(numbers.map(named));
        const free = Array.from({ length: 25 }, (_, index) => index + 1).filter(
          (one) => !numbers.includes(one),
        );
        const given = Array.from({ length: times }, () => give("clinic"));
        expect(given).toEqual(free.slice(0, times).map(named));
      },
    ),
  );
});

test("a long name is cut at eighty characters, and never ends with half a hyphen", () => {
  expect(slugOf("a".repeat(200))).toBe("a".repeat(80));
  expect(slugOf(`${"a".repeat(79)} and more`)).toBe("a".repeat(79));
});
