import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { revealingFinder } from "@/domain/services/revealing/revealing-words";
import { NOWHERE } from "@/domain/services/revealing/where";

const tells = (text: string, isLink = false) =>
  revealingFinder(NOWHERE)([{ field: "x", text, isLink }]).map(({ start, end }) => text.slice(start, end));

/** Streets that have no word for one. */
const NAMES = [
  "Cheapside",
  "Kingsway",
  "Strand",
  "Southgate",
  "Castle Meadow",
  "St James Barton",
  "Piccadilly",
];

describe("an address is found whoever lives there", () => {
  it.each([
    "the clinic, 12 Cheapside",
    "It is in 22, Kingsway, on the second floor",
    "Haven: 22, Kingsway",
    "Given in the clinic, 22 Kingsway (second floor)",
    "Room 4, 17a Southgate",
    "108 Strand",
    "12 Castle Meadow",
    "12 St James Barton",
    "12 St. James Barton",
    "Clinic 12-14 Cheapside",
    "12 FOXGLOVE",
    "post to PO Box 12",
    "post to P.O. Box 45",
    "post to BS 1 5TR",
    "post to bs 1 5tr",
    "near EC 1V 4PW",
    "post to BS1 STR",
    "post to M60 IAA",
    "51°27'N 2°35'W",
    "51° 27′ 16″ N, 2° 35′ 16″ W",
    "51.45 N 2.58 W",
    "51 27 16 N, 2 35 16 W",
    "see filled.count.soap",
    "9C3VFC7X+VW",
    "9C3V FC7X+VW",
    "see what3words.com for it",
  ])("%s", (text) => {
    expect(tells(text)).not.toEqual([]);
  });

  it.each([
    "https://care.example/clinics/12-kingsway",
    "https://care.example/clinics/12kingsway",
    "https://care.example/clinics/22_castle_meadow",
    "https://12-kingsway.example/",
    "https://care.example/?p=bs+1+5tr",
    "https://what3words.com/filled.count.soap",
    "https://w3w.co/filled.count.soap",
    "https://plus.codes/9C3VFC7X+VW",
    "https://goo.gl/maps/abc",
    "https://www.google.co.uk/maps/place/somewhere",
    "https://www.openstreetmap.org/node/123456",
  ])("in a link: %s", (url) => {
    expect(tells(url, true)).toEqual([url]);
  });

  it("any number before any of these names, wherever it stands", () => {
    const before = fc.constantFrom("", "the clinic, ", "The clinic at ", "It moved to ", "Haven: ", "(");
    const after = fc.constantFrom("", ".", ", Monday to Friday", " from May 2024", ")");
    const number = fc.integer({ min: 1, max: 999 });
    const letter = fc.constantFrom("", "a", "b");
    fc.assert(
      fc.property(before, number, letter, fc.constantFrom(...NAMES), after, (lead, at, part, name, rest) => {
        expect(tells(`${lead}${at}${part} ${name}${rest}`)).not.toEqual([]);
      }),
    );
  });

  it("any postcode, with a gap after its first letters too", () => {
    const gap = fc.constantFrom("", " ", "-", ".");
    fc.assert(
      fc.property(fc.constantFrom("BS", "M", "EC", "CF"), gap, gap, (area, first, second) => {
        expect(tells(`post to ${area}${first}1${second}5TR please`)).not.toEqual([]);
      }),
    );
  });
});

describe("what is no address is left", () => {
  it.each([
    "In 2019 Spire took over.",
    "In 2019, Spire took over.",
    "12 GPs work there, and 22 NHS patients were seen.",
    "It began on 3 March 2021 and ended on 31 December 2024.",
    "Covid 19 Vaccination and COVID-19 Vaccination",
    "Lot 3 Spire Healthcare and lot 4 Ramsay",
    "Of the 12 Spire hospitals 3 give it.",
    "42 Integrated Care Boards pay for it.",
    "A 5 Year Plan, and 24 Hours a day",
    "On page 12 Spire says so.",
    "£12 Million, 1,200 Women and 2.5 Million",
    "The contract 2024/25 Ramsay has",
    "Monday 12 Spire opened; April 24 Ramsay did.",
    "Call 0345 730 4030 Monday to Friday.",
    "Section 75 Agreement, Band 6 Nurse, Tier 4 CAMHS",
    "It runs 3 sites. Spire runs 12. Ramsay runs none.",
    "Look at www.bpas.org and bpas.example.org for more.",
    "Give me 1 5th of it.",
    "The M6 led there, and E1 set the rule.",
  ])("%s", (text) => {
    expect(tells(text)).toEqual([]);
  });

  it.each([
    "https://www.bpas.example/abortion-care/annual-report-2024.pdf?page=12",
    "https://care.example/news/2024-spire-report",
    "https://care.example/covid-19-vaccination",
    "https://care.example/24-hours",
    "https://3dhealth.example/",
    "https://www.cqc.org.uk/location/1-123456789",
    "https://care.example/12-patients-seen",
    "https://find-and-update.company-information.service.gov.uk/company/01234567",
  ])("in a link: %s", (url) => {
    expect(tells(url, true)).toEqual([]);
  });
});

it("a place's name is found written as one word", () => {
  const find = revealingFinder({ ...NOWHERE, names: ["Grove House Clinic"] });
  expect(find([{ field: "x", text: "the GroveHouse team" }])).toHaveLength(1);
  expect(find([{ field: "x", text: "a clinic in a house" }])).toEqual([]);
});
