import { expect, test } from "vitest";
import { isApproximate, POSITION_PRECISIONS, schemeOfCode } from "@/domain/places/place";

test("a town and a small area are approximate; a site and a postcode are not", () => {
  expect(POSITION_PRECISIONS.filter((precision) => isApproximate(precision))).toEqual(["small-area", "town"]);
  expect(isApproximate(null)).toBe(false);
});

test("the shape of an ODS code tells an organisation from a site", () => {
  expect(["A82019", "RNL", "RNL01", "NVC04", "RNLAY", "A82019001"].map(schemeOfCode)).toEqual([
    "ods-organisation",
    "ods-organisation",
    "ods-site",
    "ods-site",
    "ods-site",
    "ods-branch",
  ]);
});

test("a code with anything before or behind it is no practice's and no branch's", () => {
  expect(["XA82019", "A820191", "XA82019001", "A820190011"].map(schemeOfCode)).toEqual(
    Array(4).fill("ods-site"),
  );
});
