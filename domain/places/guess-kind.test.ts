import { expect, it } from "vitest";
import { placeKindOf } from "./guess-kind";

it.each([
  ["gp-practice", "The Hospital Street Clinic", "gp-practice"],
  ["eye-care", "Cumberland Infirmary", "hospital"],
  ["eye-care", "Spire HOSPITAL Leeds", "hospital"],
  ["diagnostics-and-scans", "Ely Diagnostic Centre", "diagnostic-centre"],
  ["eye-care", "Newmedica Eye Clinic", "clinic"],
  ["eye-care", "Clinical House", "other"],
  ["eye-care", "Hospitality House", "other"],
] as const)("a place of %s called %s is a new %s", (category, name, kind) => {
  expect(placeKindOf(category, name)).toBe(kind);
});
