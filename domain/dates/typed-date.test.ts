import fc from "fast-check";
import { expect, it } from "vitest";
import { partialDateSchema } from "@/domain/dates/partial-date";
import { readTypedDate } from "./typed-date";

it.each([
  ["2024", "2024"],
  [" 2024-04 ", "2024-04"],
  ["2024-4-8", "2024-04-08"],
  ["2024/04/18", "2024-04-18"],
  ["18/4/2024", "2024-04-18"],
  ["18.04.2024", "2024-04-18"],
  ["18 4 2024", "2024-04-18"],
  ["4/2024", "2024-04"],
  ["April 2024", "2024-04"],
  ["april, 2024", "2024-04"],
  ["Sept. 2024", "2024-09"],
  ["18 April 2024", "2024-04-18"],
  ["18th of April 2024", "2024-04-18"],
  ["April 18, 2024", "2024-04-18"],
  ["1af Ebrill 2024", "2024-04-01"],
  ["Gorffennaf 2024", "2024-07"],
])("%j is %s", (typed, date) => {
  expect(readTypedDate(typed)).toBe(date);
  expect(partialDateSchema.parse(readTypedDate(typed))).toBe(date);
});

it.each(["last April", "spring 2024", "24", "18/4/24", "", "Aprilis", "31 foo 2024"])(
  "%j is no date and comes back as it was typed",
  (typed) => expect(readTypedDate(typed)).toBe(typed),
);

it("leaves every day, month and year as it is written in a file", () => {
  const day = fc
    .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.constantFrom(4, 7, 10), (date, length) => {
      const part = date.slice(0, length);
      expect(readTypedDate(part)).toBe(part);
    }),
  );
});
