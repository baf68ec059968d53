import { expect, test } from "vitest";
import { countsAs, PROVIDER_KINDS, type ProviderKind } from "@/domain/providers/legal-form";

/** Kind -> counts as outside the NHS, counts as a company. A new kind has no row here and fails. */
const EXPECTED: Record<ProviderKind, [boolean, boolean]> = {
  company: [true, true],
  "community-interest-company": [true, true],
  charity: [true, false],
  "community-benefit-society": [true, false],
  partnership: [true, false],
  "gp-partnership": [false, false],
  university: [true, false],
  council: [true, false],
  "nhs-body": [false, false],
  "nhs-owned-company": [false, false],
  "private-sector": [true, true],
};

test.each(PROVIDER_KINDS)("%s counts where it should", (kind) => {
  expect([countsAs(kind, "outside-the-nhs"), countsAs(kind, "companies")]).toEqual(EXPECTED[kind]);
});

test("an organisation of unknown kind is outside the NHS, and not called a company", () => {
  expect(countsAs(null, "outside-the-nhs")).toBe(true);
  expect(countsAs(null, "companies")).toBe(false);
});
