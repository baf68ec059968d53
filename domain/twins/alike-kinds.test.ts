import { expect, it } from "vitest";
import { isAlikeKind } from "./alike-kinds";

it.each([
  ["eye-care", "planned-surgery", true],
  ["eye-care", "outpatient-clinic", true],
  ["eye-care", "dermatology", false],
  ["nhs-111", "urgent-care", true],
  ["physiotherapy", "rehabilitation", true],
  ["physiotherapy", "prosthetics", false],
  ["rehabilitation", "prosthetics", true],
  ["mental-health", "talking-therapies", true],
  ["community-nursing", "end-of-life-care", true],
  ["community-nursing", "childrens-community-health", true],
  ["dialysis", "other", true],
  ["other", "dialysis", true],
  ["dialysis", "eye-care", false],
] as const)("%s may be called %s: %s", (a, b, isAlike) => {
  expect(isAlikeKind(a, b)).toBe(isAlike);
  expect(isAlikeKind(b, a)).toBe(isAlike);
});
