import fc from "fast-check";
import { expect, test } from "vitest";
import { freeSlug, slugOf } from "@/domain/records/slug";

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

test("a free slug is free, and the base itself where it can be", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9 })), (numbers) => {
      const taken = new Set(numbers.map((number) => (number === 1 ? "clinic" : `clinic-${number}`)));
      const free = freeSlug("clinic", taken);
      expect(taken.has(free)).toBe(false);
      if (!taken.has("clinic")) expect(free).toBe("clinic");
    }),
  );
});
