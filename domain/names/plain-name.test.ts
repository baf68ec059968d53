import fc from "fast-check";
import { expect, test } from "vitest";
import { plainName, writtenName } from "@/domain/names/plain-name";
import { NAME_CASES, WRITTEN_CASES } from "@/domain/names/testing-name-cases";

test.each(NAME_CASES)("%j is compared as %j", (written, plain) => expect(plainName(written)).toBe(plain));

test.each(WRITTEN_CASES)("%j and %j are written alike: %j", (one, other, isSame) =>
  expect(writtenName(one) === writtenName(other)).toBe(isSame),
);

test("a plain name is plain already, and capitals and spaces around it make no other", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."abÉ ŷ&'’-.3 ") }), (text) => {
      const plain = plainName(text);
      expect(plainName(plain)).toBe(plain);
      expect(plainName(` ${text.toUpperCase()}. `)).toBe(plain);
    }),
  );
});
