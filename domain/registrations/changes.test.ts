import fc from "fast-check";
import { expect, test } from "vitest";
import { changesByYear, type RegistrationChange } from "./changes";
import { REGISTERED_FORMS } from "./registration";

const change = (given: Partial<RegistrationChange>): RegistrationChange => ({
  practice: "Riverside Surgery",
  since: "2017-09-20",
  form: "organisation",
  provider: "b",
  name: "Big Company Limited",
  ownerClass: "others",
  formBefore: "partnership",
  providerBefore: null,
  ...given,
});
const parents = new Map<string, string | null>([
  ["a", null],
  ["b", null],
  ["b1", "b"],
  ["b2", "b1"],
  ["circle", "circle"],
]);
const counted = (given: Partial<RegistrationChange>) =>
  changesByYear([change(given)], parents).map(({ year, ...of }) => [
    year,
    Object.entries(of).find(([, number]) => number > 0)?.[0],
  ]);

test.each([
  ["a partnership's practice goes to a company", {}, [[2017, "toOrganisation"]]],
  ["on the day of the first registrations", { since: "2013-04-01" }, []],
  ["before it", { since: "2012-06-01" }, []],
  ["inside a group", { formBefore: "organisation", provider: "b2", providerBefore: "b" }, []],
  [
    "from one group to another",
    { formBefore: "organisation", providerBefore: "a" },
    [[2017, "toOrganisation"]],
  ],
  ["the GPs' own company, by a source", { ownerClass: "gps-of-the-practice" }, []],
  ["the GPs' own company, by its name", { ownerClass: null, name: "Riverside Surgery Limited" }, []],
  [
    "a company of others that bears the practice's name",
    { name: "Riverside Surgery Limited" },
    [[2017, "toOrganisation"]],
  ],
  [
    "a partnership takes over from a company",
    { form: "partnership", provider: null, name: null, formBefore: "organisation", providerBefore: "a" },
    [[2017, "fromOrganisation"]],
  ],
  [
    "one partnership after another",
    { form: "partnership", provider: null, name: null },
    [[2017, "amongPartners"]],
  ],
  [
    "to an NHS body",
    { form: "nhs-body", provider: null, name: null, ownerClass: null },
    [[2017, "toOrganisation"]],
  ],
] as const)("%s", (_, given, expected) => {
  expect(counted(given)).toEqual(expected);
});

test("every year between the first and the last is there, and no change is counted twice", () => {
  const any = fc.record({
    since: fc.integer({ min: 2010, max: 2026 }).map((year) => `${year}-06-01`),
    form: fc.constantFrom(...REGISTERED_FORMS),
    formBefore: fc.constantFrom(...REGISTERED_FORMS),
    providerBefore: fc.constantFrom(null, "a", "b", "circle"),
  });
  fc.assert(
    fc.property(fc.array(any), (given) => {
      const years = changesByYear(given.map(change), parents);
      const total = years.reduce(
        (sum, { toOrganisation, fromOrganisation, amongPartners }) =>
          sum + toOrganisation + fromOrganisation + amongPartners,
        0,
      );
      expect(total).toBeLessThanOrEqual(given.filter(({ since }) => since > "2013-04-01").length);
      for (const [at, { year }] of years.entries()) expect(year).toBe((years[0]?.year ?? 0) + at);
    }),
  );
});

test.each([
  ["a company whose name is withheld", { ownerClass: null, name: null }, [[2017, "toOrganisation"]]],
  [
    "a company of another name",
    { ownerClass: null, name: "Big Company Limited" },
    [[2017, "toOrganisation"]],
  ],
  [
    "the GPs' own company after another company",
    { formBefore: "organisation", providerBefore: "a", ownerClass: "gps-of-the-practice" },
    [[2017, "toOrganisation"]],
  ],
  [
    "a company after an NHS body",
    { formBefore: "nhs-body", ownerClass: "gps-of-the-practice" },
    [[2017, "toOrganisation"]],
  ],
  [
    "an NHS body of the practice's name",
    { form: "nhs-body", ownerClass: null, name: "Riverside Surgery" },
    [[2017, "toOrganisation"]],
  ],
] as const)("%s is a change", (_, given, expected) => {
  expect(counted(given)).toEqual(expected);
});

test("years run from the first change to the last, in order, those without one too", () => {
  const since = ["2017-09-20", "2015-01-02", "2015-12-31", "2018-03-01"];
  const years = changesByYear(
    since.map((day) => change({ since: day })),
    parents,
  );
  expect(years.map(({ year, toOrganisation }) => [year, toOrganisation])).toEqual([
    [2015, 2],
    [2016, 0],
    [2017, 1],
    [2018, 1],
  ]);
  expect(changesByYear([], parents)).toEqual([]);
});
