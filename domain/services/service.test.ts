import { expect, test } from "vitest";
import { isAreaOnly, SERVICE_CATEGORIES } from "@/domain/services/category";
import { hasPin, isPublic, VISIBILITIES, type Visibility } from "@/domain/services/service";

/** Visibility -> is shown at all, may have a pin. A new visibility has no row here and fails. */
const EXPECTED: Record<Visibility, [boolean, boolean]> = {
  published: [true, true],
  disputed: [true, true],
  "area-only": [true, false],
  withheld: [false, false],
  merged: [false, false],
  erased: [false, false],
};

test.each(VISIBILITIES)("%s shows what it should", (visibility) => {
  expect([isPublic(visibility), hasPin(visibility)]).toEqual(EXPECTED[visibility]);
});

test("a visibility nobody has listed stays hidden", () => {
  expect(isPublic("brand-new" as Visibility)).toBe(false);
  expect(hasPin("brand-new" as Visibility)).toBe(false);
});

test("the four sensitive categories are shown by area only, and what an admin adds", () => {
  const hidden = SERVICE_CATEGORIES.filter((category) => isAreaOnly(category));
  expect(hidden).toEqual(["abortion", "sexual-assault", "domestic-abuse", "gender-identity"]);
  expect(isAreaOnly("fertility", new Set(["fertility"]))).toBe(true);
});
