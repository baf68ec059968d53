import { expect, it } from "vitest";
import { INWARD_COUNT, inwardNumber, inwardText } from "./inward";

it("numbers every inward code in the order of its text", () => {
  const texts = Array.from({ length: INWARD_COUNT }, (_, number) => inwardText(number));
  expect([...texts].sort()).toEqual(texts);
  expect(texts.map(inwardNumber)).toEqual(texts.map((_, number) => number));
});

it.each(["", "7", "7H", "7HC", "HY7", "77Y", "7HYX", "7hy"])("refuses %j", (text) => {
  expect(inwardNumber(text)).toBe(-1);
});
