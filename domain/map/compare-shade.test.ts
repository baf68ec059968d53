import { expect, it } from "vitest";
import { shadeOfServices, shadeOfWaits } from "./compare-shade";
import { COVERAGE_SHADES } from "./coverage-shade";

it("shades waits by their share, and hatches a share whose range reaches into another step", () => {
  const shades = [0, 4, 8, 12, 16].map((share) => shadeOfWaits({ low: share, high: share }));
  expect(shades).toEqual(COVERAGE_SHADES.slice(1));
  expect(shadeOfWaits({ low: 3.9, high: 4 })).toBe("cannot-say");
  expect(shadeOfWaits(null)).toBe("cannot-say");
});

it("hatches an area of which nothing is known and too little was checked, and never calls it none", () => {
  const area = (services: number, places: number, notKnown: number) => ({ services, places, notKnown });
  expect(shadeOfServices("england", area(0, 10, 6))).toBe("cannot-say");
  expect(shadeOfServices("england", area(0, 0, 0))).toBe("cannot-say");
  expect(shadeOfServices("england", area(0, 10, 5))).toBe("none");
  expect(shadeOfServices("scotland", area(0, 0, 0))).toBe("cannot-say");
  expect(shadeOfServices("scotland", area(2, 0, 0))).toBe("under-20");
  expect(shadeOfServices("england", area(40, 10, 9))).toBe("most");
});
