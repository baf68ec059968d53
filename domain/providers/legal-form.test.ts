import fc from "fast-check";
import { expect, test } from "vitest";
import {
  COUNTED_KINDS,
  countsAs,
  DEFAULT_DEFINITION,
  definitionOf,
  isChosen,
  isFormerPreset,
  isListedUnder,
  isUnknownBeside,
  kindOfRunner,
  kindsOf,
  PRESETS,
  PROVIDER_KINDS,
  type ProviderKind,
  readDefinition,
} from "@/domain/providers/legal-form";

/** Kind -> counts as outside the NHS, counts as a company. A new kind has no row here and fails. */
const EXPECTED: Record<ProviderKind, [boolean, boolean]> = {
  company: [true, true],
  "guarantee-company": [true, false],
  "employee-owned-company": [true, false],
  "community-interest-company": [true, false],
  charity: [true, false],
  "community-benefit-society": [true, false],
  "registered-society": [true, false],
  partnership: [true, false],
  "gp-partnership": [false, false],
  university: [true, false],
  council: [true, false],
  "nhs-body": [false, false],
  "nhs-owned-company": [false, false],
  "private-sector": [true, true],
};

test.each(PROVIDER_KINDS)("%s counts where it should", (kind) => {
  expect([countsAs(kind, "outside-the-nhs"), countsAs(kind, "companies-by-type")]).toEqual(EXPECTED[kind]);
});

test("an organisation of unknown kind is in no preset, and stands beside each", () => {
  for (const preset of PRESETS) {
    expect(countsAs(null, preset)).toBe(false);
    expect(isUnknownBeside(null, preset)).toBe(true);
    expect(isUnknownBeside("company", preset)).toBe(false);
  }
  expect(isUnknownBeside(null, definitionOf(["not-known"]))).toBe(false);
  expect(countsAs(null, definitionOf(["not-known"]))).toBe(true);
});

test.each([
  [["charity"], "charity"],
  [["university", "charity"], "charity_university"],
  [["private-sector", "company"], "companies-by-type"],
  [
    ["private-sector", "company", "community-interest-company"],
    "company_community-interest-company_private-sector",
  ],
  [COUNTED_KINDS.filter((kind) => kind !== "not-known"), "outside-the-nhs"],
  [[...COUNTED_KINDS], COUNTED_KINDS.join("_")],
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
  ["companies", "companies-by-type"],
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
  const parts = fc.array(fc.oneof(fc.string(), fc.constantFrom(...COUNTED_KINDS, "companies-by-type")));
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
  expect(isListedUnder("nhs-owned-company", "companies-by-type")).toBe(false);
  expect(isListedUnder("company", "companies-by-type")).toBe(true);
});

test("presets are not chosen by hand", () => {
  expect(isChosen(DEFAULT_DEFINITION)).toBe(false);
  expect(isChosen("companies-by-type")).toBe(false);
  expect(isChosen(definitionOf(["council"]))).toBe(true);
});

test.each(PROVIDER_KINDS)("a company that the NHS owns is inside whatever it is in law: %s", (form) => {
  const legalForm = form === "private-sector" ? null : form;
  const kind = kindOfRunner(legalForm, "nhs-owned-company");
  for (const preset of PRESETS) expect(countsAs(kind, preset)).toBe(false);
  expect(kindOfRunner(legalForm, null)).toBe(legalForm);
});

test.each(["nhs-body", "nhs-owned-company"] as const)(
  "a company that belongs to an organisation which is an %s is the NHS's, at any step",
  (above) => {
    expect(kindOfRunner("company", null, above)).toBe("nhs-owned-company");
    expect(kindOfRunner(null, "private-sector", above)).toBe("nhs-owned-company");
    expect(kindOfRunner("nhs-body", null, above)).toBe("nhs-body");
  },
);

test("what belongs to a company, or to nobody, is what it is in law, else what a source calls it", () => {
  expect(kindOfRunner("company", "private-sector", "company")).toBe("company");
  expect(kindOfRunner(null, "private-sector", "charity")).toBe("private-sector");
  expect(kindOfRunner(null, null)).toBeNull();
});

test("an address of a name that a preset had before leads on, one of today's does not", () => {
  expect(isFormerPreset("companies")).toBe(true);
  expect([...PRESETS, "charity"].some(isFormerPreset)).toBe(false);
});
