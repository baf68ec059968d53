import { expect, it } from "vitest";
import { COUNCIL_NAMES } from "./council-names";

it("a council has a name of its own, once, and is found by its slug", () => {
  const all = Object.entries(COUNCIL_NAMES);
  expect(all.length).toBeGreaterThan(30);
  for (const [slug, names] of all) {
    expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name.trim()).toBe(name);
  }
});

it.each([
  ["swansea", "Abertawe"],
  ["isle-of-anglesey", "Ynys Môn"],
  ["na-h-eileanan-siar", "Western Isles"],
  ["derry-city-and-strabane", "Derry"],
  ["kingston-upon-hull-city-of", "Hull"],
])("%s calls itself %s", (slug, name) => expect(COUNCIL_NAMES[slug]).toContain(name));
