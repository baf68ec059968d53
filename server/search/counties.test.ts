import { expect, it } from "vitest";
import { COUNCIL_NAMES } from "@/domain/areas/council-names";
import { COUNTIES } from "@/domain/areas/county";
import { referenceAreas } from "@/server/reference/reference-areas";
import { loadCounty } from "./load-town";

const councils = [...referenceAreas().ofPostcodes.values()].filter(({ kind }) => kind === "council");
const slugs = new Set(councils.map(({ slug }) => slug));

it("every council that is named is there, once in a county", () => {
  expect(Object.keys(COUNCIL_NAMES).filter((slug) => !slugs.has(slug))).toEqual([]);
  for (const { name, councils: named } of COUNTIES) {
    expect([name, named.filter((slug) => !slugs.has(slug))]).toEqual([name, []]);
    expect(new Set(named).size).toBe(named.length);
  }
});

it("England's councils outside London are each in a county, and so are Northern Ireland's", () => {
  const inCounty = new Set(COUNTIES.flatMap(({ councils: named }) => named));
  const missing = councils.filter(
    ({ nation, code, slug }) =>
      (nation === "northern-ireland" || (nation === "england" && !code.startsWith("E09"))) &&
      !inCounty.has(slug),
  );
  expect(missing.map(({ slug }) => slug)).toEqual([]);
});

it("every council of Wales is found by its Welsh name", () => {
  const welsh = councils.filter(({ nation }) => nation === "wales");
  expect(welsh.filter(({ slug }) => !(slug in COUNCIL_NAMES)).map(({ slug }) => slug)).toEqual([]);
});

it("a county leads to a page of its councils; what is none leads nowhere", () => {
  expect(loadCounty("kent")?.councils).toHaveLength(13);
  expect(loadCounty("tyne-and-wear")?.path).toBe("/look-up?county=tyne-and-wear");
  expect(loadCounty("northumberland")).toBeNull();
  expect(loadCounty(["kent"])).toBeNull();
});
