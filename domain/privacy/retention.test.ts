import { expect, it } from "vitest";
import { before, type Period, RETENTION, RETENTION_KEYS } from "./retention";

const NOW = new Date("2026-03-15T10:30:00Z");

it.each<[Period, string]>([
  [{ count: 15, unit: "minutes" }, "2026-03-15T10:15:00.000Z"],
  [{ count: 12, unit: "hours" }, "2026-03-14T22:30:00.000Z"],
  [{ count: 30, unit: "days" }, "2026-02-13T10:30:00.000Z"],
  [{ count: 12, unit: "months" }, "2025-03-15T10:30:00.000Z"],
])("%o before is that long ago, to the minute", (period, then) => {
  expect(before(NOW, period).toISOString()).toBe(then);
});

it("leaves the moment that it was given, and everything that is kept is kept for a time", () => {
  for (const key of RETENTION_KEYS) expect(before(NOW, RETENTION[key]).getTime()).toBeLessThan(NOW.getTime());
  expect(NOW.toISOString()).toBe("2026-03-15T10:30:00.000Z");
});

it("a link outlives its code, and what somebody wrote to us the address that it came from", () => {
  const kept = (key: keyof typeof RETENTION) => NOW.getTime() - before(NOW, RETENTION[key]).getTime();
  expect(kept("signInLinks")).toBeGreaterThan(kept("signInCodes"));
  expect(kept("complaintTexts")).toBeGreaterThan(kept("complaintAddresses"));
});
