import type { County } from "@/domain/areas/county";
import { boxView } from "@/domain/map/box-view";
import { type MapAddress, writeMapAddress } from "@/domain/map/map-address";
import { boxOf } from "@/domain/map/nearest-services";
import { normaliseName, searchWords } from "@/domain/search/normalise";
import type { FoundName } from "@/domain/search/results";
import { SERVICE_CATEGORIES, type ServiceCategory } from "@/domain/services/category";
import { CATEGORY_WORDS } from "@/domain/services/category-words";
import words from "@/messages/en/services.json";
import { districtPoints } from "@/server/reference/district-points";
import { referenceAreas } from "@/server/reference/reference-areas";
import { districtCalled, placesCalled } from "./find-where";
import { councilOf, describeCounty, type StaticName, staticNames } from "./static-names";

/** What stands around a kind of care and a place and is neither: "an NHS eye clinic near Leeds". */
const BETWEEN = new Set(
  "a an any are around at by center centre centres clinic clinics department doctor doctors for hospital in local me my near nearby nearest nhs of op operation operations private service services specialist surgeon surgery the there to treatment unit where".split(
    " ",
  ),
);
/** More words than a kind of care has. */
const LONGEST = 4;

const phrases: ReadonlyMap<string, ServiceCategory> = new Map(
  SERVICE_CATEGORIES.flatMap((category) =>
    (CATEGORY_WORDS[category] ?? []).map((phrase) => [phrase, category] as const),
  ),
);

export type FoundCare = Extract<FoundName, { kind: "care" }>;

/**
 * A kind of care and where, in what somebody typed: "cataract", "eye clinic near leeds", "gp near ca2". It leads to the list of those
 * services: in the council that the place is in, in the region or nation, or around the middle of the county or district. Null where
 * another word is left over: then it is a name.
 * @returns `isTown` where the kind of care is also what a town is called (Eye, in Suffolk), which is meant then
 */
export function findCare(query: string): { care: FoundCare; isTown: boolean } | null {
  const typed = searchWords(query);
  const found = longestPhrase(typed);
  if (found === null) return null;
  const rest = [...typed.slice(0, found.from), ...typed.slice(found.to)].filter((word) => !BETWEEN.has(word));
  const where = whereCalled(rest);
  if (where === undefined) return null;
  return { care: careIn(found.category, where), isTown: isTown(typed.slice(found.from, found.to).join(" ")) };
}

type Phrase = { category: ServiceCategory; from: number; to: number };

function longestPhrase(typed: readonly string[]): Phrase | null {
  for (let length = Math.min(LONGEST, typed.length); length > 0; length--) {
    for (let from = 0; from + length <= typed.length; from++) {
      const category = phrases.get(typed.slice(from, from + length).join(" "));
      if (category !== undefined) return withNeighbours(typed, { category, from, to: from + length });
    }
  }
  return null;
}

/** Words of one kind may stand together: "msk physio", "knee and hip replacement". */
function withNeighbours(typed: readonly string[], { category, from, to }: Phrase): Phrase {
  const isOfIt = (at: number) => phrases.get(typed[at] ?? "") === category;
  const isJoined = (at: number, next: number) => isOfIt(at) || (typed[at] === "and" && isOfIt(next));
  let [first, end] = [from, to];
  while (isJoined(first - 1, first - 2)) first--;
  while (isJoined(end, end + 1)) end++;
  return { category, from: first, to: end };
}

function careIn(category: ServiceCategory, where: Where | null): FoundCare {
  const what = words.category[category];
  return {
    kind: "care",
    category,
    name: where ? `${what}: ${where.name}` : what,
    nameCy: null,
    path: `/map${writeMapAddress({ ...where?.on, care: [category], view: "list" })}`,
  };
}

/** What it is called, and which part of the map it is. */
type Where = { name: string; on: Pick<Partial<MapAddress>, "area" | "at"> };

/** A district of postcodes: the list begins with what is nearest to its middle. */
function districtOf(words: readonly string[]): Where | null {
  const outcode = districtCalled(words);
  if (outcode === null) return null;
  return { name: outcode, on: { at: boxView(boxOf(districtPoints(outcode))) } };
}

/** Null where no words are left, which is everywhere; undefined where they are no place. */
function whereCalled(words: readonly string[]): Where | null | undefined {
  return words.length === 0 ? null : (districtOf(words) ?? placeCalled(words));
}

/** The part of the map that a region or nation of that name is, a council, a county, or the council of a town. */
function placeCalled(words: readonly string[]): Where | undefined {
  // The town of London lies in one council of thirty-three: the region is meant.
  const wheres = placesCalled(words).flatMap((item) => whereOf(item) ?? []);
  return wheres.find(({ on }) => on.area?.kind === "region") ?? wheres[0];
}

function whereOf(item: StaticName): Where | null {
  if ("county" in item) return { name: item.county.name, on: { at: boxView(boxOfCounty(item.county)) } };
  if ("settlement" in item) {
    const council = councilOf(item.settlement);
    return council && { name: council.name, on: { area: { kind: "council", slug: council.slug } } };
  }
  const { kind, slug, nameEn, validTo } = item.area;
  if (validTo !== null) return null;
  const hasFilter = kind === "council" || kind === "region" || kind === "nation";
  return hasFilter ? { name: nameEn, on: { area: { kind, slug } } } : null;
}

/** West, south, east, north. The map has no filter for a county: the list begins with what is nearest to its middle. */
function boxOfCounty(county: County) {
  const { ofPostcodes } = referenceAreas();
  const boxes = describeCounty(county).councils.flatMap(({ code }) => ofPostcodes.get(code) ?? []);
  return boxOf(
    boxes.flatMap(({ bbox: [west, south, east, north] }) => [
      { lon: west, lat: south },
      { lon: east, lat: north },
    ]),
  );
}

function isTown(phrase: string): boolean {
  return staticNames()
    .index.search(phrase, 1, "strict")
    .some(
      ({ item, whole }) => whole && "settlement" in item && normaliseName(item.settlement.name) === phrase,
    );
}
