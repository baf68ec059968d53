import { expect, it } from "vitest";
import { RowList } from "./row-list";

it("gives back every row of many", () => {
  const list = new RowList(2);
  for (let row = 0; row < 20_000; row++) list.push([row, 65_535 - row]);
  expect(list.length).toBe(20_000);
  for (let row = 0; row < 20_000; row++) {
    if (list.at(row, 0) !== row || list.at(row, 1) !== 65_535 - row) throw new Error(`row ${row}`);
  }
});

it("refuses what does not fit, and rows that are not there", () => {
  const list = new RowList(2);
  expect(() => list.push([1])).toThrow("A row of 1");
  expect(() => list.push([1, 65_536])).toThrow("65536");
  expect(() => list.push([-1, 0])).toThrow("-1");
  list.push([1, 2]);
  expect(() => list.at(1, 0)).toThrow("no row 1");
});
