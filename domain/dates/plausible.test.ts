import { expect, test } from "vitest";
import {
  problemOfChange,
  problemOfContractDay,
  problemOfDayThere,
  problemOfSourceDate,
  problemOfStart,
} from "./plausible";

const TODAY = "2026-11-28";

test.each([
  ["2026-11-28", null],
  ["2026-11-29", "date-not-yet"],
  ["2026-12", "date-not-yet"],
  ["2026", null],
  ["2027", "date-not-yet"],
  ["2099-01-01", "date-not-yet"],
  ["1900", null],
  ["1899-12-31", "date-too-old"],
  ["1066", "date-too-old"],
])("a document of %s: %s", (date, problem) => {
  expect(problemOfSourceDate(date, TODAY)).toBe(problem);
});

test.each([
  ["1066", "operating", "date-before-nhs"],
  ["1947-12-31", "planned", "date-before-nhs"],
  ["1948", "operating", null],
  ["2026-11-28", "operating", null],
  ["2026-11-29", "operating", "start-not-yet"],
  ["2027-04", "planned", null],
  ["2031-12-31", "planned", null],
  ["2032", "planned", "date-too-far"],
] as const)("a start in %s of one that is %s: %s", (date, status, problem) => {
  expect(problemOfStart(date, status, TODAY)).toBe(problem);
});

test.each([
  ["2026-11-28", null],
  ["2026-11-29", "date-not-yet"],
  ["1948-07-05", null],
  ["1066-01-01", "date-before-nhs"],
])("somebody who was there on %s: %s", (date, problem) => {
  expect(problemOfDayThere(date, TODAY)).toBe(problem);
});

test.each([
  ["2026-11-28", null],
  ["2026-11", null],
  ["2026", null],
  ["2026-12", "change-not-yet"],
  ["2027-04", "change-not-yet"],
  ["1947", "date-before-nhs"],
])("a change on %s: %s", (date, problem) => {
  expect(problemOfChange(date, TODAY)).toBe(problem);
});

test.each([
  ["2036-03-31", null],
  ["2066", null],
  ["2067", "date-too-far"],
  ["1947", "date-before-nhs"],
])("a contract that ends in %s: %s", (date, problem) => {
  expect(problemOfContractDay(date, TODAY)).toBe(problem);
});
