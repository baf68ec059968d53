import { expect, test } from "vitest";
import { readProviderKind } from "./closed-words";
import { newProviderProblem } from "./new-provider";

test.each([
  ["North Cumbria Integrated Care NHS Foundation Trust", "company"],
  ["NHS Greater Glasgow and Clyde Board", null],
  ["NHS Lancashire and South Cumbria ICB", "not-known"],
  ["Betsi Cadwaladr University Health Board", null],
  ["Belfast HSC Trust", null],
  ["Devon Integrated Care Board", null],
  ["NHS England", "company"],
  ["North Cumbria ICB", "company"],
  ["NHS Blood and Transplant", "not-known"],
  ["Public Health Wales", "company"],
  ["Somebody", "nhs-body"],
  ["Somebody's Estates Ltd", "nhs-owned-company"],
] as const)("an NHS body is refused, whatever kind it is said to be: %s (%s)", (name, kind) => {
  expect(newProviderProblem(name, kind)).toEqual({ column: "provider", code: "provider-nhs", detail: name });
});

test("what a new provider is has to be said; “not known” says it", () => {
  expect(newProviderProblem("Drs A and B", null)?.code).toBe("provider-kind-needed");
  for (const kind of ["gp-partnership", "company", "private-sector", "not-known"] as const)
    expect(newProviderProblem("Trustworthy Board Ltd", kind)).toBeNull();
  expect(["not known", "Unknown", "private", "GP partnership", "alchemy"].map(readProviderKind)).toEqual([
    "not-known",
    "not-known",
    "private-sector",
    "gp-partnership",
    null,
  ]);
});
