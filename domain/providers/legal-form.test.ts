import fc from "fast-check";
import { expect, test } from "vitest";
import {
  COUNTED_KINDS,
  countsAs,
  DEFAULT_DEFINITION,
  definitionOf,
  isChosen,
  isListedUnder,
  kindsOf,
  PROVIDER_KINDS,
  type ProviderKind,
  readDefinition,
} from "@/domain/providers/legal-form";

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
  expect(countsAs(null, definitionOf(["not-known"]))).toBe(true);
});

test.each([
  [["charity"], "charity"],
  [["university", "charity"], "charity_university"],
  [["private-sector", "company", "community-interest-company"], "companies"],
  [[...COUNTED_KINDS], "outside-the-nhs"],
  [[], "outside-the-nhs"],
] as const)("%j is called %s", (kinds, slug) => {
  expect(definitionOf(kinds)).toBe(slug);
});

test.each([
  ["university_charity", "charity_university"],
  ["charity_charity", "charity"],
  ["charity_gp-partnership_nhs-body", "charity"],
  ["Charity", "outside-the-nhs"],
  ["companies_charity", "charity"],
  ["", "outside-the-nhs"],
])("%s is not canonical and leads to %s", (written, canonical) => {
  expect(readDefinition(written)).toBe(canonical);
});

const anyKinds = fc.subarray([...COUNTED_KINDS], { minLength: 1 });

test("every set comes back from its slug, in canonical order, whatever the order it was written in", () => {
  const written = anyKinds.chain((kinds) =>
    fc.tuple(fc.constant(kinds), fc.shuffledSubarray(kinds, { minLength: kinds.length })),
  );
  fc.assert(
    fc.property(written, ([kinds, shuffled]) => {
      const definition = definitionOf(shuffled);
      expect(definition).toBe(definitionOf(kinds));
      expect(kindsOf(definition)).toEqual(kinds);
      expect(readDefinition(definition)).toBe(definition);
      expect(readDefinition(shuffled.join("_"))).toBe(definition);
    }),
  );
});

test("any text means a definition, whose slug is safe in a path, and reading it again changes nothing", () => {
  const parts = fc.array(fc.oneof(fc.string(), fc.constantFrom(...COUNTED_KINDS, "companies")));
  fc.assert(
    fc.property(
      parts.map((some) => some.join("_")),
      (text) => {
        const definition = readDefinition(text);
        expect(readDefinition(definition)).toBe(definition);
        expect(definition).toMatch(/^[a-z]+(?:[-_][a-z]+)*$/);
        expect(kindsOf(definition).length).toBeGreaterThan(0);
      },
    ),
  );
});

test("a kind counts under a definition exactly when the definition names it", () => {
  fc.assert(
    fc.property(anyKinds, fc.constantFrom(null, ...PROVIDER_KINDS), (kinds, kind) => {
      const names = (kinds as string[]).includes(kind ?? "not-known");
      expect(countsAs(kind, definitionOf(kinds))).toBe(names);
    }),
  );
});

test("a record's own page leaves nothing out unless the reader chose", () => {
  expect(isListedUnder("nhs-owned-company", DEFAULT_DEFINITION)).toBe(true);
  expect(isListedUnder("nhs-owned-company", "companies")).toBe(false);
  expect(isListedUnder("company", "companies")).toBe(true);
});

test("presets are not chosen by hand", () => {
  expect(isChosen(DEFAULT_DEFINITION)).toBe(false);
  expect(isChosen("companies")).toBe(false);
  expect(isChosen(definitionOf(["council"]))).toBe(true);
});
