import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { revealingFinder } from "@/domain/services/revealing/revealing-words";
import { NOWHERE, type Where } from "@/domain/services/revealing/where";

const WHERE: Where = {
  ...NOWHERE,
  names: ["BPAS Kingsdown"],
  streets: ["12-14 Grove Road"],
  towns: ["Bristol"],
  postcodes: ["BS1 4DJ"],
  nearby: ["Clifton", "Street"],
  providerName: "BPAS",
  allowed: ["NHS Bristol, North Somerset and South Gloucestershire Integrated Care Board"],
};
const told = (text: string, where = WHERE, isLink = false) =>
  revealingFinder(where)([{ field: "says", text, isLink }]).map(({ start, end, reason }) => [
    text.slice(start, end),
    reason,
  ]);

describe("what tells where a service is", () => {
  it.each([
    ["Care given at 3 Grove Road, Bristol", ["3 Grove Road", "Bristol"]],
    ["in BRISTOL", ["BRISTOL"]],
    ["the Bristol’s clinic", ["Bristol’s"]],
    ["in Bris\u00adtol", ["Bris\u00adtol"]],
    ["in Bri\u200bstol", ["Bri\u200bstol"]],
    ["in B r i s t o l", ["B r i s t o l"]],
    ["in Bris-tol", ["Bris-tol"]],
    ["in Вrіѕtоl", ["Вrіѕtоl"]],
    ["in Brïstöl", ["Brïstöl"]],
    ["in Ｂｒｉｓｔｏｌ", ["Ｂｒｉｓｔｏｌ"]],
    ["the Kingsdown site", ["Kingsdown"]],
    ["off grove rd.", ["grove rd"]],
    ["off Grove-Road", ["Grove-Road"]],
    ["at bs14dj", ["bs14dj"]],
    ["at BS1-4DJ", ["BS1-4DJ"]],
    ["in bs1", ["bs1"]],
    ["in CF10 4EE", ["CF10 4EE"]],
    ["in CF10", ["CF10"]],
    ["at 12–14 High Street", ["12–14 High Street"]],
    ["at 12a High St.", ["at 12a High"]],
    ["at 7 Clos y Parc", ["7 Clos"]],
    ["yn 5 Heol yr Orsaf", ["5 Heol yr Orsaf"]],
    ["ar Stryd Fawr 5", ["Stryd Fawr 5"]],
    ["at 3 The Grove", ["at 3 The"]],
    ["in Unit 4 of the estate", ["Unit 4"]],
    ["on Victoria Street", ["Victoria Street"]],
    ["ring 0117 496 0123", ["0117 496 0123"]],
    ["at 51.4545, -2.5879", ["51.4545, -2.5879"]],
    ["near Clifton", ["Clifton"]],
  ])("%s", (text, words) => {
    const found = told(text).map(([word]) => word);
    for (const word of words)
      expect(found.some((each) => each?.includes(word) || word.includes(each ?? "-"))).toBe(true);
    expect(found.length).toBeGreaterThan(0);
  });

  it.each([
    "Names BPAS as the provider of abortion care for the board.",
    "Paid for by NHS Bristol, North Somerset and South Gloucestershire Integrated Care Board since 1 April 2024.",
    "Up to 24 weeks, from 3 sites; 12 of 40 places were taken in 2024.",
    "The contract of £1,200,000 runs for 3 years to 31 March 2027.",
    "Women are seen on the day. The road to care is long, and street teams help.",
    "Contract notice 2024/S 000-012345, published under the M4 and A38 lots.",
    "Call 0345 730 4030.",
    "NICE guideline NG140 recommends it.",
    "They said St Mary of the board was asked.",
  ])("says nothing of where: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    "https://bpas.example/clinics/bristol",
    "https://bristolclinic.example/",
    "https://bpas.example/clinics/%62%72istol",
    "https://bpas.example/clinics/%2562ristol",
    "https://bpas.example/grove-road",
    "https://bpas.example/groveroad",
    "https://bpas.example/find?postcode=bs1+4dj",
    "https://bpas.example/find/cf104ee",
    "https://maps.example/@51.4545,-2.5879,15z",
    "https://bpas.example/12-high-street",
    "https://xn--brstol-4ya.example/",
  ])("a link tells it, and is marked whole: %s", (url) => {
    expect(told(url, WHERE, true).map(([words]) => words)).toEqual([url]);
  });

  it("a link that says nothing of where is left", () => {
    expect(
      told("https://www.bpas.example/abortion-care/annual-report-2024.pdf?page=12", WHERE, true),
    ).toEqual([]);
  });

  it("the words of the provider in the place's name tell nothing, the whole name does", () => {
    expect(told("BPAS is named", { ...WHERE, names: ["BPAS Kingsdown Clinic"] })).toEqual([]);
    expect(told("BPAS Kingsdown is named").map(([words]) => words)).toEqual(["BPAS Kingsdown"]);
    expect(told("The Hope House team", { ...NOWHERE, names: ["Hope House"] })).toHaveLength(1);
    expect(told("a clinic", { ...NOWHERE, names: ["A clinic"] })).toEqual([]);
  });

  it("a town called as a usual word is told with a capital only", () => {
    const where = { ...NOWHERE, towns: ["Eye"] };
    expect(told("eye care", where)).toEqual([]);
    expect(told("the clinic in Eye", where)).toEqual([["Eye", "town"]]);
  });

  it("finds the town in any text, whatever stands around it", () => {
    const around = fc.string({ unit: fc.constantFrom(..." .,;:()-/'éß€あ🙂\n") });
    fc.assert(
      fc.property(around, around, (before, after) => {
        const text = `${before} Bristol ${after}`;
        const found = told(text);
        expect(found.some(([words]) => words?.includes("Bristol"))).toBe(true);
      }),
    );
  });

  it("never fails, and marks only what is there", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const { start, end } of revealingFinder(WHERE)([{ field: "x", text }])) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
