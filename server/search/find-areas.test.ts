import { expect, it } from "vitest";
import { findAreas } from "./find-areas";

const path = ({ kind, slug }: { kind: string; slug: string }) => `${kind}/${slug}`;
/** The one area that is meant, or null, and then the first of all that can be. */
const meant = (typed: string) => {
  const { one, areas } = findAreas(typed);
  return [one && path(one), ...areas.slice(0, 2).map(path)];
};

it.each([
  ["Carlisle", "constituency/carlisle", "constituency/carlisle", "council/cumberland"],
  // All of a name is that name, whatever begins with it.
  ["luton", "council/luton", "council/luton", "constituency/luton-north"],
  ["Bristol", "council/bristol-city-of", "council/bristol-city-of", "constituency/bristol-central"],
  ["Leeds council", "council/leeds", "council/leeds"],
  ["Cheltenham constituency", "constituency/cheltenham", "constituency/cheltenham"],
  ["Cymru", "nation/wales", "nation/wales"],
  // By their codes these are regions too.
  ["Scotland", "nation/scotland", "nation/scotland"],
  ["QHM", "icb/north-east-and-north-cumbria", "icb/north-east-and-north-cumbria"],
  // Two of one name, or none of all that was typed.
  ["Cheltenham", null, "constituency/cheltenham", "council/cheltenham"],
  ["London", null, "region/london", "council/city-of-london"],
  ["Barrow", null, "constituency/barrow-and-furness", "constituency/pendle-and-clitheroe"],
  // A town or a county is no area that anybody counts for: the areas that it lies in are.
  ["Penrith", null, "constituency/penrith-and-solway", "council/westmorland-and-furness"],
  ["Surrey", null, "constituency/surrey-heath", "council/surrey-heath"],
  ["", null],
  ["?!", null],
] as [string, string | null, ...string[]][])("%j means %s", (typed, ...expected) => {
  expect(meant(typed)).toEqual(expected);
});

it("says so of what is only spelt a little like an area, and of nothing at all", () => {
  expect(findAreas("Chletenham")).toMatchObject({
    one: null,
    isLike: true,
    areas: [{ name: "Cheltenham" }, { name: "Cheltenham" }],
  });
  expect(findAreas("qqqqqq")).toEqual({ one: null, areas: [], isLike: true });
});

it("names each area once, and none that has ended", () => {
  for (const typed of ["a", "north", "Cumbria", "Carlisle", "St", "Birmingham"]) {
    const areas = findAreas(typed).areas.map(path);
    expect(new Set(areas).size, typed).toBe(areas.length);
    // Carlisle's own council ended in 2023.
    expect(areas).not.toContain("council/carlisle");
  }
});
