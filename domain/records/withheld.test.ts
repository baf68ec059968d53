import { expect, it } from "vitest";
import { RECORD_TYPES } from "@/domain/claims/claim";
import { VISIBILITIES } from "@/domain/services/service";
import { canStand, withholdRefusal } from "./withheld";

it.each(VISIBILITIES)("what is %s can be withheld only when it is public", (visibility) => {
  const expected = { withheld: "withheld-already", merged: "not-public", erased: "not-public" };
  expect(withholdRefusal(visibility)).toBe(expected[visibility as keyof typeof expected] ?? null);
});

it("a record stands on what is said of it now, not on what was replaced", () => {
  expect(canStand("provider", [{ field: "name", supersededBy: null }])).toBe(true);
  expect(canStand("provider", [{ field: "name", supersededBy: "newer" }])).toBe(false);
  expect(canStand("service", [{ field: "name", supersededBy: null }])).toBe(false);
});

it.each(RECORD_TYPES.filter((type) => type !== "area"))(
  "a %s of which nothing is said does not stand",
  (type) => {
    expect(canStand(type, [])).toBe(false);
  },
);
