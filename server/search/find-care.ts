import { boxView } from "@/domain/map/box-view";
import { type MapAddress, writeMapAddress } from "@/domain/map/map-address";
import { boxOf } from "@/domain/map/nearest-services";
import { normaliseName, searchWords } from "@/domain/search/normalise";
import type { FoundName } from "@/domain/search/results";
import { SERVICE_CATEGORIES, type ServiceCategory } from "@/domain/services/category";
import { CATEGORY_WORDS } from "@/domain/services/category-words";
import words from "@/messages/en/services.json";
import { districtPoints } from "@/server/reference/district-points";
import { districtCalled } from "./find-where";
import { councilOf, type StaticName, staticNames } from "./static-names";

/** What stands around a kind of care and a place and is neither: "an NHS eye clinic near Leeds". */
const BETWEEN = new Set(
  "a an any are around at by center centre centres clinic clinics department for hospital in local me my near nearby nearest nhs of private service services the there to treatment unit where".split(
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
 * services: in the council that the place is in, in the region or nation, or around the middle of the district. Null where another word
 * is left over: then it is a name.
 * @returns `isTown` where the kind of care is also what a town is called (Eye, in Suffolk), which is meant then
 */
export function findCare(query: string): { care: FoundCare; isTown: boolean } | null {
  const typed = searchWords(query);
  const found = longestPhrase(typed);
  if (found === null) return null;
  const rest = [...typed.slice(0, found.from), ...typed.slice(found.to)].filter((word) => !BETWEEN.has(word));
  const where = rest.length === 0 ? null : (districtOf(rest) ?? placeCalled(rest.join(" ")));
  if (rest.length > 0 && where === null) return null;
  return { care: careIn(found.category, where), isTown: isTown(typed.slice(found.from, found.to).join(" ")) };
}

function longestPhrase(
  typed: readonly string[],
): { category: ServiceCategory; from: number; to: number } | null {
  for (let length = Math.min(LONGEST, typed.length); length > 0; length--) {
    for (let from = 0; from + length <= typed.length; from++) {
      const category = phrases.get(typed.slice(from, from + length).join(" "));
      if (category !== undefined) return { category, from, to: from + length };
    }
  }
  return null;
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

/** The area of which the map has a filter: a region or nation of that name, a council, or that of a town. */
function placeCalled(name: string): Where | null {
  const called = staticNames()
    .index.search(name, 5, "strict")
    .filter(({ whole }) => whole)
    .sort((a, b) => b.score - a.score);
  // The town of London lies in one council of thirty-three: the region is meant.
  const wheres = called.flatMap(({ item }) => whereOf(item) ?? []);
  return wheres.find(({ on }) => on.area?.kind === "region") ?? wheres[0] ?? null;
}

function whereOf(item: StaticName): Where | null {
  if ("county" in item) return null;
  if ("settlement" in item) {
    const council = councilOf(item.settlement);
    return council && { name: council.name, on: { area: { kind: "council", slug: council.slug } } };
  }
  const { kind, slug, nameEn, validTo } = item.area;
  if (validTo !== null) return null;
  const hasFilter = kind === "council" || kind === "region" || kind === "nation";
  return hasFilter ? { name: nameEn, on: { area: { kind, slug } } } : null;
}

function isTown(phrase: string): boolean {
  return staticNames()
    .index.search(phrase, 1, "strict")
    .some(
      ({ item, whole }) => whole && "settlement" in item && normaliseName(item.settlement.name) === phrase,
    );
}
