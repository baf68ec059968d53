import { expect, test } from "vitest";
import { isApproximate, POSITION_PRECISIONS } from "@/domain/places/place";

test("a town and a small area are approximate; a site and a postcode are not", () => {
  expect(POSITION_PRECISIONS.filter((precision) => isApproximate(precision))).toEqual(["small-area", "town"]);
  expect(isApproximate(null)).toBe(false);
});
