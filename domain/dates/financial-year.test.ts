import { expect, it } from "vitest";
import { financialYearOf, lastDayOfFinancialYear } from "./financial-year";

it.each([
  ["2022-23", "2023-03-31"],
  ["1999-00", "2000-03-31"],
])("%s ends on %s", (year, day) => {
  expect(lastDayOfFinancialYear(year)).toBe(day);
  expect(financialYearOf(day)).toBe(year);
});

it.each(["2022", "2022-24", "2022-23-01", "2022-12-01", "", "22-23"])("%j is no financial year", (year) => {
  expect(lastDayOfFinancialYear(year)).toBeNull();
});

it("begins in April", () => {
  expect([financialYearOf("2024-03-31"), financialYearOf("2024-04-01")]).toEqual(["2023-24", "2024-25"]);
});
