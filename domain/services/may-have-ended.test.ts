import { describe, expect, it, test } from "vitest";
import { isNoLongerListed, mayHaveEndedKey } from "./may-have-ended";

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

describe("an entry that is over", () => {
  const fusehill = {
    mayHaveEndedReason: "register-entry-ended",
    entryEndedOn: "2025-04-30",
    lastConfirmedOn: "2024-04-01",
  };
  it.each([
    ["19 months after its last day", {}, "2026-11-28", true],
    ["on the day after twelve months", {}, "2026-05-01", true],
    ["on the last day of the twelve months", {}, "2026-04-30", false],
    ["confirmed after the entry ended", { lastConfirmedOn: "2025-05-01" }, "2026-11-28", false],
    ["confirmed on the day on which it ended", { lastConfirmedOn: "2025-04-30" }, "2026-11-28", true],
    ["never confirmed", { lastConfirmedOn: null }, "2026-11-28", true],
    ["with an entry that is open", { entryEndedOn: null }, "2026-11-28", false],
    ["in doubt for another reason", { mayHaveEndedReason: "reported" }, "2026-11-28", false],
    ["not in doubt", { mayHaveEndedReason: null }, "2026-11-28", false],
    ["ended on a leap day", { entryEndedOn: "2024-02-29", lastConfirmedOn: null }, "2025-02-28", false],
    ["a day later", { entryEndedOn: "2024-02-29", lastConfirmedOn: null }, "2025-03-01", true],
  ])("%s", (_, given, today, expected) => {
    expect(isNoLongerListed({ ...fusehill, ...given }, today)).toBe(expected);
  });
});
