import { expect, test } from "vitest";
import { isDoubt } from "./doubt";

test.each([
  ["may-have-ended", "no-longer-listed", true],
  ["may-have-ended", null, false],
  ["status", "ended", false],
])("%s: %s", (field, value, expected) => {
  expect(isDoubt({ field, value })).toBe(expected);
});
