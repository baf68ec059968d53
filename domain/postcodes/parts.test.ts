import { expect, it } from "vitest";
import { cellCentre } from "./cell-centre";
import { letteredDistricts } from "./lettered-districts";
import { monthNumber, monthText } from "./month";
import { nearestNumbers } from "./nearest";
import { postcodesWithin } from "./within-text";

it.each(["0000-01", "2019-06", "2019-12", "2020-01", "9999-12"])(
  "the month %s is a number and back",
  (month) => {
    expect(monthText(monthNumber(month))).toBe(month);
  },
);

it("months follow each other", () => {
  expect(monthNumber("2020-01") - monthNumber("2019-12")).toBe(1);
  expect(monthNumber("2019-06")).toBe(2019 * 12 + 5);
});

it.each([
  [[1, 5, 9, 20], 8, 2, [5, 9]],
  [[1, 5, 9, 20], 100, 1, [20]],
  [[3, 7], 5, 1, [3]],
  [[], 5, 3, []],
])("of %j nearest to %d, %d: %j", (numbers, wanted, most, nearest) => {
  expect(nearestNumbers(numbers, wanted, most)).toEqual(nearest);
});

it.each([
  ["W1", ["W1A", "W1W"]],
  // A district itself, though E1W is beside it.
  ["E1", []],
  ["W1A", []],
  ["SW", []],
  ["N9", []],
])("%s stands for %j", (text, districts) => {
  expect(letteredDistricts(["E1", "E1W", "SW1A", "W10", "W1A", "W1W", "W2"], text)).toEqual(districts);
});

it.each([
  ["1 High Street, CA2 7HY, Carlisle", ["CA2 7HY"]],
  ["CA27HY or ca2 7hy", ["ca2 7hy"]],
  ["CA2-7HY and CA1 1QS", ["CA2-7HY", "CA1 1QS"]],
  ["XCA2 7HYX", []],
  ["A82019 Ward B12", []],
])("postcodes in %j: %j", (text, postcodes) => expect(postcodesWithin(text)).toEqual(postcodes));

it("a cell's middle is half a cell from its corner", () => {
  const grid = { west: -8, south: 50, lon: 0.01, lat: 0.02 };
  expect(cellCentre(grid, 0, 0)).toEqual({ lon: -7.995, lat: 50.01 });
  expect(cellCentre(grid, 10, 3)).toEqual({ lon: -7.895, lat: 50.07 });
});
