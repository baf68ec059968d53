import { expect, test } from "vitest";
import { isDoubt } from "./doubt";

test.each([
  ["may-have-ended", true],
  ["status", false],
] as const)("%s: %s", (field, expected) => {
  expect(isDoubt({ field })).toBe(expected);
});
