import { describe, expect, test } from "vitest";
import { isLittleActivity, isRunning, quietMonth } from "./running";

const month = (given: Partial<Parameters<typeof isLittleActivity>[0]> = {}) => ({
  completedAdmitted: 0,
  completedNonAdmitted: 0,
  newReferrals: 0,
  waiting: 0,
  ...given,
});

describe("the threshold of activity", () => {
  test.each([
    [month({ waiting: 5 }), true],
    [month({ waiting: 6 }), false],
    [month({ waiting: 1, completedAdmitted: 1 }), false],
    [month({ waiting: 1, completedNonAdmitted: 1 }), false],
    [month({ waiting: 1, newReferrals: 1 }), false],
    [month(), true],
  ])("%o is little or no activity: %s", (figures, expected) => {
    expect(isLittleActivity(figures)).toBe(expected);
  });

  test("is asked of the newest figures alone", () => {
    const busy = { key: "2026-04", ...month({ waiting: 900 }) };
    const quiet = { key: "2026-05", ...month({ waiting: 2 }) };
    expect(quietMonth([quiet, busy], "2026-05-31")).toBe("2026-05");
    expect(quietMonth([{ ...quiet, key: "2026-03" }, busy], null)).toBe(null);
    expect(quietMonth([], "2026-05-31")).toBe(null);
  });

  test("a source of a later month that says the service runs outweighs the figures; one of the month does not", () => {
    const quiet = [{ key: "2026-04", ...month({ waiting: 2 }) }];
    expect(quietMonth(quiet, "2026-04-30")).toBe("2026-04");
    expect(quietMonth(quiet, null)).toBe("2026-04");
    expect(quietMonth(quiet, "2026-05-01")).toBe(null);
  });
});

test("what runs is what a source says operates and nothing takes out of the count", () => {
  expect(isRunning({ status: "operating" })).toBe(true);
  expect(isRunning({ status: "operating", notCounted: null })).toBe(true);
  expect(isRunning({ status: "operating", notCounted: "little-activity" })).toBe(false);
  expect(isRunning({ status: "operating", notCounted: "no-longer-listed" })).toBe(false);
  expect(isRunning({ status: "planned", notCounted: null })).toBe(false);
});

test("a month in which anybody was treated or referred is activity, whatever is counted of whom", () => {
  const nobody = { completedAdmitted: 0, completedNonAdmitted: 0, newReferrals: 0, waiting: 0 };
  expect(isLittleActivity(nobody)).toBe(true);
  for (const count of ["completedAdmitted", "completedNonAdmitted", "newReferrals"] as const)
    expect(isLittleActivity({ ...nobody, [count]: 1 })).toBe(false);
  expect(isLittleActivity({ ...nobody, completedAdmitted: 2, completedNonAdmitted: 2 })).toBe(false);
  expect(isLittleActivity({ ...nobody, completedNonAdmitted: 2, newReferrals: 2 })).toBe(false);
  expect(
    isLittleActivity({ ...nobody, completedAdmitted: 1, completedNonAdmitted: 1, newReferrals: 2 }),
  ).toBe(false);
});
