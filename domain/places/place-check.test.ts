import { expect, it } from "vitest";
import { COUNTED_KINDS, PROVIDER_KINDS } from "@/domain/providers/legal-form";
import { checkByHolder, dueAgainOn, type HeldService, INSIDE_KINDS, isInside } from "./place-check";

const held = (given: Partial<HeldService> = {}): HeldService => ({
  kind: "gp-partnership",
  status: "operating",
  category: "gp-practice",
  lastConfirmedOn: "2025-03-01",
  ...given,
});

it("has every kind either inside the NHS or in a definition, and one that no source gives in neither", () => {
  expect(INSIDE_KINDS).toEqual(["gp-partnership", "nhs-body", "nhs-owned-company"]);
  for (const kind of PROVIDER_KINDS)
    expect(isInside(kind)).toBe(!(COUNTED_KINDS as readonly string[]).includes(kind));
  expect(isInside(null)).toBe(false);
});

it("a practice whose holder a source names was looked at on the newest day that it says so", () => {
  const services = ["2024-05-01", "2025-03-01", "2023-01-01"].map((lastConfirmedOn) =>
    held({ lastConfirmedOn }),
  );
  expect(checkByHolder("gp-practice", services)).toEqual({
    result: "not-outsourced",
    checkedOn: "2025-03-01",
    dueAgainOn: "2026-03-01",
  });
});

it.each<[string, Partial<HeldService>]>([
  ["of a holder outside the NHS", { kind: "company" }],
  ["of a holder whose kind no source gives", { kind: null }],
  ["that ended", { status: "ended" }],
  ["that is planned", { status: "planned" }],
  ["for eyes in the same building", { category: "eye-care" }],
  ["that no source confirms", { lastConfirmedOn: null }],
])("a service %s checks no practice", (_, given) => {
  expect(checkByHolder("gp-practice", [held(given)])).toBeNull();
  expect(checkByHolder("gp-practice", [held({ lastConfirmedOn: "2020-01-01" }), held(given)])).toMatchObject({
    checkedOn: "2020-01-01",
  });
});

it("nothing checks a place that is no practice, or of which nothing is said", () => {
  expect(checkByHolder("hospital", [held()])).toBeNull();
  expect(checkByHolder("gp-practice", [])).toBeNull();
});

it.each([
  ["2025-03-01", "2026-03-01"],
  ["2024-02-29", "2025-02-28"],
  ["2023-02-28", "2024-02-28"],
  ["2025-12-31", "2026-12-31"],
])("a check of %s falls due again on %s", (day, due) => {
  expect(dueAgainOn(day)).toBe(due);
});
