import { expect, test } from "vitest";
import { isOneOf } from "@/domain/lists/is-one-of";
import { itemAt } from "@/domain/lists/item-at";
import { keysOf, recordOf } from "@/domain/lists/keys-of";

test("what stands at a place of a list is given, also nothing that was put there", () => {
  expect(itemAt(["a", "b"], 1)).toBe("b");
  expect(itemAt(Uint8Array.of(7, 0), 1)).toBe(0);
  expect(itemAt([null], 0)).toBeNull();
});

test.each([2, -1, 0.5])("a place that a list does not have (%d) is a fault", (index) => {
  expect(() => itemAt(["a", "b"], index)).toThrow(new RangeError(`nothing at ${index} of 2`));
});

test("keys stand in the order they were written in, and a record is made of them", () => {
  expect(keysOf({ b: 1, a: 2 })).toEqual(["b", "a"]);
  expect(recordOf(["b", "a"], (key) => `${key}!`)).toEqual({ b: "b!", a: "a!" });
});

test("only the words of a list are of it", () => {
  expect(isOneOf(["a", "b"], "b")).toBe(true);
  for (const other of ["c", "", "A", 0, null, undefined, ["a"]])
    expect(isOneOf(["a", "b"], other)).toBe(false);
});
