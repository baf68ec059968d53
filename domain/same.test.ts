import fc from "fast-check";
import { expect, test } from "vitest";
import { saysTheSame } from "@/domain/same";

test("the order of keys and of lists says nothing, nor does a missing key", () => {
  expect(saysTheSame({ a: 1, b: [1, 2], c: null }, { b: [2, 1], a: 1 })).toBe(true);
  expect(saysTheSame([{ x: 1, y: 2 }], [{ y: 2, x: 1 }])).toBe(true);
});

test.each([
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { a: 1, b: 0 }],
  [[1, 1], [1]],
  ["1", 1],
  [null, 0],
  [new Date(0), new Date(1)],
])("%j and %j differ", (a, b) => {
  expect(saysTheSame(a, b)).toBe(false);
});

test("everything says the same as itself and as its copy in JSON", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(saysTheSame(value, value)).toBe(true);
      expect(saysTheSame(value, JSON.parse(JSON.stringify(value)))).toBe(true);
    }),
  );
});

test("of two records with many fields, only one that differs makes a difference", () => {
  const fields = fc.dictionary(fc.string(), fc.integer(), { minKeys: 2 });
  fc.assert(
    fc.property(fields, (record) => {
      const turned = Object.fromEntries(Object.entries(record).reverse());
      expect(saysTheSame(record, turned)).toBe(true);
      const [first] = Object.keys(record);
      expect(saysTheSame(record, { ...turned, [String(first)]: -0.5 })).toBe(false);
    }),
  );
});

test("a key that holds nothing is as one that is not there", () => {
  expect(saysTheSame({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(saysTheSame({ a: 1, b: null }, { a: 1, b: undefined })).toBe(true);
  expect(saysTheSame({ a: 1, b: 0 }, { a: 1 })).toBe(false);
});
