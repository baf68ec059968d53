import { expect, test } from "vitest";
import { endOfSittingPath, nextInSitting, readSitting, sittingPath } from "./sitting";

const VIEW = "?lane=new&age=6";

test("a sitting has ten reports, one after the other, from one view", () => {
  let sitting = readSitting("1", VIEW);
  const numbers: number[] = [];
  for (; sitting; sitting = nextInSitting(sitting)) {
    numbers.push(sitting.number);
    expect(sitting.view).toBe(VIEW);
  }
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test.each(["", "0", "11", "-1", "1.5", "ten"])("%j is none", (number) => {
  expect(readSitting(number, VIEW)).toBeNull();
});

test("its pages say where it is", () => {
  expect(sittingPath("a", readSitting("3", VIEW), "b")).toBe(
    "/moderation/a?sitting=3&view=%3Flane%3Dnew%26age%3D6&was=b",
  );
  expect(sittingPath("a", null)).toBe("/moderation/a");
  expect(endOfSittingPath({ number: 10, view: VIEW }, "b")).toBe("/moderation?lane=new&age=6&over=10&was=b");
});
