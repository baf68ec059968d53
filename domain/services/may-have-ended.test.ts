import { expect, test } from "vitest";
import { mayHaveEndedKey } from "./may-have-ended";

test.each([
  [["register-entry-ended"], "mayHaveEndedRegister"],
  [["no-longer-listed", "no-longer-listed"], "mayHaveEndedList"],
  [["reported"], "mayHaveEndedReported"],
  [["reported", "no-longer-listed"], "mayHaveEndedMixed"],
  [["a reason nobody knows"], "mayHaveEndedMixed"],
  [[], "mayHaveEndedMixed"],
])("%j: %s", (reasons, key) => {
  expect(mayHaveEndedKey(reasons)).toBe(key);
});
