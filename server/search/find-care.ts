import { writeMapAddress } from "@/domain/map/map-address";
import { normaliseName, searchWords } from "@/domain/search/normalise";
import type { FoundName } from "@/domain/search/results";
import { SERVICE_CATEGORIES, type ServiceCategory } from "@/domain/services/category";
import { CATEGORY_WORDS } from "@/domain/services/category-words";
import words from "@/messages/en/services.json";
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
 * A kind of care and where, in what somebody typed: "cataract", "eye clinic near leeds". It leads to the list of those services, in
 * the council that the place is in. Null where another word is left over: then it is a name.
 * @returns `isTown` where the kind of care is also what a town is called (Eye, in Suffolk), which is meant then
 */
export function findCare(query: string): { care: FoundCare; isTown: boolean } | null {
  const typed = searchWords(query);
  const found = longestPhrase(typed);
  if (found === null) return null;
  const rest = [...typed.slice(0, found.from), ...typed.slice(found.to)].filter((word) => !BETWEEN.has(word));
  const where = rest.length === 0 ? null : placeCalled(rest.join(" "));
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
  const area = where && { kind: where.kind, slug: where.slug };
  const what = words.category[category];
  return {
    kind: "care",
    category,
    name: where ? `${what}: ${where.name}` : what,
    nameCy: null,
    path: `/map${writeMapAddress({ care: [category], area, view: "list" })}`,
  };
}

type Where = { kind: "council" | "region" | "nation"; slug: string; name: string };

/** The area of which the map has a filter: a council, that of a town, or a region or nation of that name. */
function placeCalled(name: string): Where | null {
  const called = staticNames()
    .index.search(name, 5, "strict")
    .filter(({ whole }) => whole)
    .sort((a, b) => b.score - a.score);
  for (const { item } of called) {
    const where = whereOf(item);
    if (where !== null) return where;
  }
  return null;
}

function whereOf(item: StaticName): Where | null {
  if ("county" in item) return null;
  if ("settlement" in item) {
    const council = councilOf(item.settlement);
    return council && { kind: "council", slug: council.slug, name: council.name };
  }
  const { kind, slug, nameEn, validTo } = item.area;
  if (validTo !== null) return null;
  return kind === "council" || kind === "region" || kind === "nation" ? { kind, slug, name: nameEn } : null;
}

function isTown(phrase: string): boolean {
  return staticNames()
    .index.search(phrase, 1, "strict")
    .some(
      ({ item, whole }) => whole && "settlement" in item && normaliseName(item.settlement.name) === phrase,
    );
}
