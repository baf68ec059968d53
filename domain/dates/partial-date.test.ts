import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daySchema, firstDayOf, partialDateSchema, ukToday } from "@/domain/dates/partial-date";

test.each(["2024", "2024-04", "2024-04-18", "2024-02-29"])("%s is a date as exact as its source", (text) => {
  expect(partialDateSchema.parse(text)).toBe(text);
});

test.each([
  "",
  "24",
  "2024-13",
  "2024-00",
  "2024-4",
  "2023-02-29",
  "2024-04-31",
  "2024-04-00",
  "2024-04-18T00:00",
  "April 2024",
  " 2024",
])("%j is none", (text) => {
  expect(partialDateSchema.safeParse(text).success).toBe(false);
});

test.each(["2024", "2024-04", "2023-02-29", "18/04/2024"])("%s is not a whole day", (text) => {
  expect(daySchema.safeParse(text).success).toBe(false);
});

test.each([
  ["2024", "2024-01-01"],
  ["2024-04", "2024-04-01"],
  ["2024-04-18", "2024-04-18"],
])("the first day that %s can mean is %s", (date, day) => {
  expect(firstDayOf(date)).toBe(day);
});

const anyDay = fc
  .date({ min: new Date("1948-07-05"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("the first day is a real day, never after the day that was shortened", () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(4, 7, 10), (day, length) => {
      const first = firstDayOf(day.slice(0, length));
      expect(daySchema.parse(first)).toBe(first);
      expect(first <= day).toBe(true);
      expect(first.startsWith(day.slice(0, length))).toBe(true);
    }),
  );
});

describe("today is a day in the United Kingdom", () => {
  test.each([
    ["in winter", "2026-01-10T23:30:00Z", "2026-01-10"],
    ["in summer, past midnight there and not yet in UTC", "2026-06-30T23:30:00Z", "2026-07-01"],
  ])("%s", (_, instant, day) => {
    expect(ukToday(new Date(instant))).toBe(day);
  });
});
