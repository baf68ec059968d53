import { expect, it } from "vitest";
import { isDueToTell, type MailWish, weeklyDueOn } from "./work-mail";

it.each<[MailWish, string, string, boolean]>([
  ["immediate", "2026-11-30T10:00:00Z", "2026-11-30T10:15:00Z", true],
  ["immediate", "2026-11-30T10:00:00Z", "2026-11-30T10:14:59Z", false],
  ["daily", "2026-11-29T23:00:00Z", "2026-11-30T07:00:00Z", true],
  ["daily", "2026-11-29T23:00:00Z", "2026-11-30T06:59:00Z", false],
  ["daily", "2026-11-30T00:10:00Z", "2026-11-30T23:50:00Z", false],
  // In summer seven o'clock is an hour earlier by the world's clock, and the day begins at eleven the evening before.
  ["daily", "2026-07-01T22:59:00Z", "2026-07-02T06:00:00Z", true],
  ["daily", "2026-07-01T23:01:00Z", "2026-07-02T06:00:00Z", false],
  ["off", "2020-01-01T00:00:00Z", "2026-11-30T12:00:00Z", false],
])("%s, told at %s, is due at %s: %s", (wish, toldAt, now, isDue) => {
  expect(isDueToTell(wish, new Date(toldAt), new Date(now))).toBe(isDue);
});

it.each([
  ["2026-11-30T07:00:00Z", "2026-11-30"],
  ["2026-11-30T06:59:00Z", null],
  ["2026-12-01T09:00:00Z", null],
  ["2026-07-06T06:00:00Z", "2026-07-06"],
])("at %s the weekly mail of %s is due", (now, day) => {
  expect(weeklyDueOn(new Date(now))).toBe(day);
});
