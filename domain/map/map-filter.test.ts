import { describe, expect, it } from "vitest";
import { readMapAddress } from "./map-address";
import { filterOf, hasWords, type MapFilter, matches, NO_FILTER, textOfRow } from "./map-filter";
import type { MapRow } from "./map-row";

const ROW = {
  name: "Eye clinic",
  category: "eye-care",
  status: "operating",
  kind: "company",
  approximate: false,
  place: { slug: "saint-annes", name: "Saint Anne’s", nameCy: "Santes Anna", town: "Luton" },
  provider: { slug: "gnu-care", name: "Gnu Care Ltd" },
  groups: [
    { slug: "okapi", name: "Okapi" },
    { slug: "yak-group", name: "Yak Group" },
  ],
  payer: { slug: "north-icb", name: "North ICB" },
  areas: [
    { kind: "council", slug: "luton" },
    { kind: "constituency", slug: "luton-north" },
  ],
  lastConfirmedOn: "2025-04-03",
} as unknown as MapRow;
const shows = (filter: Partial<MapFilter>, row: Partial<MapRow> = {}) =>
  matches({ ...NO_FILTER, ...filter }, { ...ROW, ...row });

it("without a filter all is shown", () => {
  expect(shows({})).toBe(true);
  expect(NO_FILTER).toMatchObject({ care: [], type: [], status: [] });
});

it.each<[Partial<MapFilter>, boolean]>([
  [{ care: ["eye-care"] }, true],
  [{ care: ["dialysis", "eye-care"] }, true],
  [{ care: ["dialysis"] }, false],
  [{ type: ["company"] }, true],
  [{ type: ["charity"] }, false],
  [{ status: ["operating"] }, true],
  [{ status: ["planned"] }, false],
  [{ provider: "gnu-care" }, true],
  [{ provider: "okapi" }, true],
  [{ provider: "yak-group" }, true],
  [{ provider: "gnu" }, false],
  [{ pays: "north-icb" }, true],
  [{ pays: "south-icb" }, false],
  [{ area: { kind: "council", slug: "luton" } }, true],
  [{ area: { kind: "constituency", slug: "luton-north" } }, true],
  [{ area: { kind: "constituency", slug: "luton" } }, false],
  [{ area: { kind: "council", slug: "luton-north" } }, false],
  [{ since: "2025-04" }, true],
  [{ since: "2025-03" }, true],
  [{ since: "2025-05" }, false],
  [{ exact: "yes" }, true],
  [{ exact: "no" }, false],
  [{ q: "eye luton" }, true],
  [{ q: "eye carlisle" }, false],
  [{ q: "dialysis", care: ["eye-care"] }, false],
  [{ care: ["eye-care"], type: ["charity"] }, false],
])("%j shows it: %s", (filter, isShown) => expect(shows(filter)).toBe(isShown));

it("what is not said is not found by it", () => {
  expect(shows({ provider: "gnu-care" }, { provider: null, groups: [] })).toBe(false);
  expect(shows({ pays: "north-icb" }, { payer: null })).toBe(false);
  expect(shows({ since: "2025-04" }, { lastConfirmedOn: null })).toBe(false);
  expect(shows({ exact: "no" }, { approximate: true })).toBe(true);
  expect(shows({ exact: "yes" }, { approximate: true })).toBe(false);
});

describe("a search in the texts", () => {
  it.each(["eye", "EYE CLI", "st anne", "santes", "luton", "gnu", "okapi", "yak gr", "clinic luton yak"])(
    "%s finds it",
    (q) => expect(hasWords(textOfRow(ROW), q)).toBe(true),
  );
  it.each(["linic", "eye dentist", "north icb"])("%s does not", (q) =>
    expect(hasWords(textOfRow(ROW), q)).toBe(false),
  );
  it.each([null, "", "  "])("%j finds all", (q) => expect(hasWords(textOfRow(ROW), q)).toBe(true));
  it("names that nobody has leave no word", () => {
    expect(
      textOfRow({ ...ROW, provider: null, groups: [], place: { ...ROW.place, nameCy: null } }),
    ).not.toMatch(/null|undefined/);
  });
});

it("of an address only what filters is left", () => {
  const address = { ...readMapAddress(""), q: "eye", care: ["eye-care" as const], pays: "north-icb" };
  expect(filterOf(address)).toEqual({ ...NO_FILTER, q: "eye", care: ["eye-care"], pays: "north-icb" });
});
