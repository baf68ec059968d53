import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  EDITION_DOUBTS,
  type PracticeToDoubt,
  REGISTRATION_DOUBTS,
  registrationDoubts,
  soundsLocal,
} from "./doubts";
import { bearsName, nameFit } from "./names-fit";
import { inARun, type RegisteredCompany, type Registration, withNumbersByName } from "./registration";
import { newestOf, tenuresOf } from "./tenures";

const org = (
  registeredOn: string,
  {
    id = "1-1",
    name = "Northtown Care Ltd",
    location = "Mill Surgery",
    locationId = `1-${registeredOn}`,
  } = {},
): Registration => ({
  locationId,
  code: "A00001",
  registeredOn,
  form: "organisation",
  locationName: location,
  organisation: { providerId: id, name, companyNumber: null, charityNumber: null },
});
const other = (
  registeredOn: string,
  form: "partnership" | "individual" | "nhs-body" | "not-given",
  locationId = `2-${registeredOn}`,
): Registration => ({ locationId, code: "A00001", registeredOn, form });

describe("tenures", () => {
  const spans = (rows: Registration[]) =>
    tenuresOf(rows.map(inARun)).map(({ registration, since, followedOn }) => [
      registration.form,
      since,
      followedOn,
    ]);

  it.each<[string, Registration[], unknown]>([
    ["nothing", [], []],
    ["one", [org("2017-09-20")], [["organisation", "2017-09-20", null]]],
    [
      "a person, and then an organisation",
      [org("2017-09-20"), other("2013-04-01", "individual")],
      [
        ["individual", "2013-04-01", "2017-09-20"],
        ["organisation", "2017-09-20", null],
      ],
    ],
    [
      "one provider three times: since the first",
      [org("2013-04-01"), org("2015-01-01"), org("2020-01-01")],
      [["organisation", "2013-04-01", null]],
    ],
    [
      "a run that another provider broke begins again",
      [org("2013-04-01"), org("2015-01-01", { id: "1-2" }), org("2020-01-01")],
      [
        ["organisation", "2013-04-01", "2015-01-01"],
        ["organisation", "2015-01-01", "2020-01-01"],
        ["organisation", "2020-01-01", null],
      ],
    ],
    [
      "two partnerships may be of different people",
      [other("2013-04-01", "partnership"), other("2019-05-01", "partnership")],
      [
        ["partnership", "2013-04-01", "2019-05-01"],
        ["partnership", "2019-05-01", null],
      ],
    ],
  ])("%s", (_, rows, expected) => expect(spans(rows)).toEqual(expected));

  const anyRegistration = fc
    .record({
      day: fc.integer({ min: 0, max: 30 }).map((n) => `2013-04-${String(n + 1).padStart(2, "0")}`),
      form: fc.constantFrom("organisation", "partnership", "individual"),
      id: fc.constantFrom("1-1", "1-2"),
      at: fc.uuid(),
    })
    .map(({ day, form, id, at }) =>
      form === "organisation"
        ? org(day, { id, locationId: at })
        : other(day, form as "partnership" | "individual", at),
    );

  it("do not depend on the order of rows, follow each other without a gap, and end in the newest", () => {
    fc.assert(
      fc.property(fc.array(anyRegistration, { minLength: 1, maxLength: 8 }), fc.nat(), (rows, seed) => {
        const turned = [...rows.slice(seed % rows.length), ...rows.slice(0, seed % rows.length)];
        const tenures = tenuresOf(rows.map(inARun));
        expect(tenuresOf(turned.map(inARun))).toEqual(tenures);
        expect(tenures.at(-1)?.registration).toEqual(newestOf(rows.map(inARun)).at(-1));
        expect(tenures.at(-1)?.followedOn).toBeNull();
        for (const [at, { since, followedOn }] of tenures.entries()) {
          expect(rows.some(({ registeredOn }) => registeredOn === since)).toBe(true);
          const next = tenures[at + 1];
          if (next) expect(followedOn).toBe(next.since);
        }
      }),
    );
  });
});

it("a row without a company's number has that of the only company of its name, and of no other", () => {
  const of = (name: string, companyNumber: string | null): Registration => {
    const one = org("2017-09-20", { name });
    if (one.form !== "organisation") throw new Error("no organisation");
    return { ...one, organisation: { ...one.organisation, companyNumber } };
  };
  const rows = [
    of("Mill Care Ltd", null),
    of("MILL CARE LTD", "01234567"),
    of("Two Care Ltd", null),
    of("Two Care Ltd", "00000001"),
    of("Two Care Ltd", "00000002"),
    of("Mill Care", null),
  ];
  const numbers = withNumbersByName(rows).map(
    (one) => one.form === "organisation" && one.organisation.companyNumber,
  );
  expect(numbers).toEqual(["01234567", "01234567", null, "00000001", "00000002", null]);
});

describe("names", () => {
  it.each([
    ["Mill Surgery", "The Mill Surgery", "equal"],
    ["SPRING VIEW MEDICAL CENTRE", "Springview Medical Centre", "equal"],
    ["De Montfort Surgery", "DeMontfort Surgery", "equal"],
    ["St John's & Partners", "St Johns and Partners", "equal"],
    ["Mill Lane Surgery", "Mill Street Practice", "share-a-word"],
    ["Medicus Select Care", "Camden Health Improvement Practice", "neither"],
    ["The Surgery", "The Health Centre", "neither"],
    ["St John's & Partners", "St Johns Partners", "equal"],
    ["De Montfort Surgery", "DeMontfort House", "share-a-word"],
    ["Grove Surgery", "Hargrove House", "neither"],
    ["Hill Surgery", "Millhillside House", "neither"],
  ])("%s at %s: %s", (practice, location, expected) => {
    expect(nameFit(practice, location)).toBe(expected);
    expect(nameFit(location, practice)).toBe(expected);
  });

  it("a practice bears an organisation's name by a word that few have", () => {
    expect(bearsName("Hedena Health", "Hedena Health Limited")).toBe(true);
    expect(bearsName("Family Practice", "Leela Limited")).toBe(false);
    expect(bearsName("Primary Care Centre", "Kent Primary Care Ltd")).toBe(false);
  });

  it("an organisation's name tells local practices", () => {
    expect(soundsLocal("Richmond General Practice Alliance Limited")).toBe(true);
    expect(soundsLocal("Suffolk GP Federation C.I.C.")).toBe(true);
    expect(soundsLocal("SSP Health GPMS Ltd")).toBe(false);
    expect(soundsLocal("Alliance Medical Limited")).toBe(true); // a lead: a person decides
  });
});

describe("doubts", () => {
  const plain: PracticeToDoubt = {
    name: "Mill Surgery",
    registrations: [org("2017-09-20")],
    edition: "2024-10-16",
    company: null,
    isOfLocalPractices: false,
    isTakeoverReported: false,
    isAnotherRunnerNamed: false,
    isOtherFormReported: false,
  };
  const company = (given: Partial<RegisteredCompany>): RegisteredCompany => ({
    number: "00000001",
    name: "NORTHTOWN CARE LTD",
    type: "company",
    status: "active",
    created: "2010-01-01",
    ceased: null,
    ...given,
  });

  const CASES: [string, Partial<PracticeToDoubt>, string[]][] = [
    ["an organisation at a practice of its location's name", {}, []],
    ["a partnership", { registrations: [other("2013-04-01", "partnership")] }, []],
    [
      "another practice's location",
      { registrations: [org("2020-07-09", { location: "Hill House" })] },
      ["name-does-not-fit"],
    ],
    ["a practice of the organisation's own name", { name: "Northtown Health" }, []],
    [
      "a hub",
      { registrations: [org("2020-07-09", { location: "Mill Surgery Extended Access Hub" })] },
      ["hub-or-out-of-hours"],
    ],
    [
      "a practice that is a walk-in centre by its own name",
      {
        name: "Mill Walk-in Centre",
        registrations: [org("2020-07-09", { location: "Mill Walk-In Centre" })],
      },
      [],
    ],
    [
      "two rows of one day",
      {
        registrations: [other("2013-04-01", "partnership", "3-1"), other("2013-04-01", "individual", "3-2")],
      },
      ["several-on-one-day"],
    ],
    [
      "two rows of a day that is not the newest",
      {
        registrations: [
          org("2017-09-20"),
          other("2013-04-01", "partnership", "3-1"),
          other("2013-04-01", "individual", "3-2"),
        ],
      },
      [],
    ],
    [
      "a company dissolved before the copy",
      { company: company({ status: "dissolved", ceased: "2018-05-15" }) },
      ["company-dissolved-before"],
    ],
    [
      "a company dissolved on the day of the copy",
      { company: company({ status: "dissolved", ceased: "2024-10-16" }) },
      ["company-dissolved-since"],
    ],
    [
      "a company dissolved since",
      { company: company({ status: "dissolved", ceased: "2026-01-30" }) },
      ["company-dissolved-since"],
    ],
    ["a company in liquidation", { company: company({ status: "liquidation" }) }, ["company-in-liquidation"]],
    [
      "a company in administration",
      { company: company({ status: "administration" }) },
      ["company-in-liquidation"],
    ],
    [
      "a company that became a society",
      { company: company({ status: "converted-closed", ceased: "2011-08-08" }) },
      [],
    ],
    [
      "a partnership at a practice that names a trust",
      { name: "Solent NHS Trust T/A Mill Surgery", registrations: [other("2013-04-01", "partnership")] },
      ["name-names-another"],
    ],
    ["a practice that names the company registered", { name: "Northtown Care Limited-Mill Surgery" }, []],
    [
      "a practice that names another company",
      { name: "Southtown Ltd at Mill Surgery" },
      ["name-names-another"],
    ],
    [
      "an organisation of local practices after a partnership",
      { isOfLocalPractices: true, registrations: [org("2017-09-20"), other("2013-04-01", "partnership")] },
      ["local-organisation-follows-practice"],
    ],
    [
      "an organisation of local practices after a person",
      { isOfLocalPractices: true, registrations: [org("2017-09-20"), other("2013-04-01", "individual")] },
      ["local-organisation-follows-practice"],
    ],
    [
      "an organisation of local practices after an NHS body",
      { isOfLocalPractices: true, registrations: [org("2017-09-20"), other("2013-04-01", "nhs-body")] },
      [],
    ],
    [
      "a partnership of local practices after a person",
      {
        isOfLocalPractices: true,
        registrations: [other("2017-09-20", "partnership"), other("2013-04-01", "individual")],
      },
      [],
    ],
    ["an organisation of local practices from the beginning", { isOfLocalPractices: true }, []],
    [
      "another organisation after a partnership",
      { registrations: [org("2017-09-20"), other("2013-04-01", "partnership")] },
      [],
    ],
    ["a takeover that a newspaper reports", { isTakeoverReported: true }, ["takeover-reported"]],
    ["a source that names another organisation", { isAnotherRunnerNamed: true }, ["another-runner"]],
    ["partners that a page shows", { isOtherFormReported: true }, ["other-form-reported"]],
    [
      "a company made after it is said to have been registered",
      { company: company({ created: "2021-11-10" }), registrations: [org("2013-04-01")] },
      ["company-made-since"],
    ],
    [
      "a company made after the first day of its run",
      {
        company: company({ created: "2017-09-21" }),
        registrations: [org("2017-09-20"), org("2019-01-01", { locationId: "1-2" })],
      },
      ["company-made-since"],
    ],
    [
      "a company made on the day, after another was registered",
      {
        company: company({ created: "2017-09-20" }),
        registrations: [org("2017-09-20"), other("2013-04-01", "partnership")],
      },
      [],
    ],
    ["a company of which no day is known", { company: company({ created: null }) }, []],
  ];
  it.each(CASES)("%s", (_, given, expected) =>
    expect(registrationDoubts({ ...plain, ...given })).toEqual(expected),
  );

  it("of nothing registered are none", () => {
    expect(registrationDoubts({ ...plain, registrations: [] })).toEqual([]);
  });

  it("each has a case", () => {
    // Those of an edition are compare-edition.test.ts's.
    const ofOne = REGISTRATION_DOUBTS.filter((doubt) => !EDITION_DOUBTS.includes(doubt));
    expect(new Set(CASES.flatMap(([, , doubts]) => doubts))).toEqual(new Set(ofOne));
  });
});
