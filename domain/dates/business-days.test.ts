import { expect, it, test } from "vitest";
import {
  afterBusinessHours,
  bankHolidays,
  bankHolidaysByRule,
  businessHoursBetween,
  isBusinessDay,
  laterDay,
  ukMidnight,
} from "./business-days";
import { ukDayOf } from "./partial-date";

const HOUR = 3_600_000;

it.each([2026, 2027])("the rule makes the list that was published for %i", (year) => {
  expect(bankHolidaysByRule(year)).toEqual([...bankHolidays(year)]);
});

it.each([
  [2028, "2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26"],
  [2029, "2029-01-01 2029-03-30 2029-04-02 2029-05-07 2029-05-28 2029-08-27 2029-12-25 2029-12-26"],
  [2030, "2030-01-01 2030-04-19 2030-04-22 2030-05-06 2030-05-27 2030-08-26 2030-12-25 2030-12-26"],
  // Published in their time: Christmas on a Friday, a Saturday and a Sunday, New Year's Day at a weekend.
  [2020, "2020-01-01 2020-04-10 2020-04-13 2020-05-04 2020-05-25 2020-08-31 2020-12-25 2020-12-28"],
  [2021, "2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28"],
  [2022, "2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-05-30 2022-08-29 2022-12-26 2022-12-27"],
])("by the rule the bank holidays of %i are %s", (year, days) => {
  expect(bankHolidaysByRule(year).join(" ")).toBe(days);
});

it.each([
  ["2026-03-29", "2026-03-29T00:00:00.000Z"],
  ["2026-03-30", "2026-03-29T23:00:00.000Z"],
  ["2026-10-25", "2026-10-24T23:00:00.000Z"],
  ["2026-10-26", "2026-10-26T00:00:00.000Z"],
])("%s begins at %s", (day, moment) => {
  expect(ukMidnight(day).toISOString()).toBe(moment);
});

test("48 hours from every morning and evening to the end of 2030 are 48 hours of business days, counted hour by hour", () => {
  const [first, last] = [Date.UTC(2026, 0, 1), Date.UTC(2031, 0, 31)];
  // Clocks change on the hour, and days begin on it: an hour is wholly of a business day or wholly of none.
  const counts: boolean[] = [];
  for (let at = first; at < last; at += HOUR) counts.push(isBusinessDay(ukDayOf(new Date(at))));
  let checked = 0;
  for (let at = first; at < Date.UTC(2031, 0, 1); at += 12 * HOUR) {
    const from = new Date(at + 17 * 60_000);
    let left = 48 * HOUR;
    let hour = (at - first) / HOUR;
    let within = HOUR - 17 * 60_000;
    let moment = from.getTime();
    for (; left > 0; hour += 1, within = HOUR) {
      const taken = counts[hour] ? Math.min(left, within) : 0;
      left -= taken;
      moment += left === 0 ? taken : within;
    }
    const by = afterBusinessHours(from, 48);
    expect(by.getTime()).toBe(moment);
    expect(businessHoursBetween(from, by)).toBeCloseTo(48, 6);
    checked += 1;
  }
  expect(checked).toBe(1826 * 2);
});

it.each([
  ["a Tuesday", "2026-12-01T15:00:00Z", "2026-12-03T15:00:00Z"],
  ["a Friday", "2026-11-27T15:00:00Z", "2026-12-01T15:00:00Z"],
  ["a Saturday", "2026-11-28T15:00:00Z", "2026-12-02T00:00:00Z"],
  ["Maundy Thursday", "2026-04-02T10:00:00Z", "2026-04-08T10:00:00Z"],
  ["Christmas Eve of 2026", "2026-12-24T09:00:00Z", "2026-12-30T09:00:00Z"],
  ["the Friday before summer time", "2027-03-25T12:00:00Z", "2027-03-31T11:00:00Z"],
  ["the Friday before winter time", "2026-10-23T11:00:00Z", "2026-10-27T12:00:00Z"],
])("48 hours from %s (%s) end at %s", (_, from, by) => {
  expect(afterBusinessHours(new Date(from), 48)).toEqual(new Date(by));
});

it("a later day is counted over the end of a month and of a year", () => {
  expect(laterDay("2026-12-29", 5)).toBe("2027-01-03");
});

test.each([
  ["2026-03-27T15:00:00Z", "2026-03-31T14:00:00Z", "forward"],
  ["2026-10-23T14:00:00Z", "2026-10-27T15:00:00Z", "back"],
  ["2027-03-25T15:00:00Z", "2027-03-31T14:00:00Z", "forward, at Easter"],
  ["2027-10-29T14:00:00Z", "2027-11-02T15:00:00Z", "back"],
  ["2028-03-24T15:00:00Z", "2028-03-28T14:00:00Z", "forward"],
  ["2028-10-27T14:00:00Z", "2028-10-31T15:00:00Z", "back"],
  ["2029-03-23T15:00:00Z", "2029-03-27T14:00:00Z", "forward"],
  ["2029-10-26T14:00:00Z", "2029-10-30T15:00:00Z", "back"],
  ["2030-03-29T15:00:00Z", "2030-04-02T14:00:00Z", "forward"],
  ["2030-10-25T14:00:00Z", "2030-10-29T15:00:00Z", "back"],
])("48 hours from %s are over at three in the afternoon of %s, the clocks having gone %s", (from, by) => {
  expect(afterBusinessHours(new Date(from), 48)).toEqual(new Date(by));
  expect(businessHoursBetween(new Date(from), new Date(by))).toBe(48);
});
