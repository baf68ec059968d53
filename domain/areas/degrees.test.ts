import { expect, it } from "vitest";
import { toFiveDecimals } from "./degrees";

it.each([
  [54.896_543_21, 54.896_54],
  [54.896_545_1, 54.896_55],
  [-2.957_816, -2.957_82],
  [3, 3],
])("%d degrees are kept as %d", (degrees, kept) => expect(toFiveDecimals(degrees)).toBe(kept));
