import type { AreaKind } from "@/domain/areas/area";
import { searchWords, tellingWords, wordsOfName } from "@/domain/search/normalise";
import { describeCounty, describeSettlement, namesOf, type StaticName, staticNames } from "./static-names";

/** An area of today. */
export type AreaCalled = { kind: AreaKind; slug: string; name: string };

/**
 * What a typed name can mean.
 * - `one`: the one area that it names, or null where it names none or several
 * - `areas`: all that it can mean, what people most likely mean first, `one` among them
 * - `isLike`: nothing is called that; the areas are only spelt a little like it
 */
export type AreasCalled = { one: AreaCalled | null; areas: readonly AreaCalled[]; isLike: boolean };

/** More than anybody reads; whoever is not among them types more. */
const MOST = 15;
/** Many towns and villages are called as an area begins. */
const LOOKED_AT = 60;

/**
 * The areas that a name means: constituencies, councils, health bodies, regions and nations, and for a town or a county those that it
 * lies in. Whoever types all of a name means it: "Luton" is the council, though two constituencies begin with it.
 */
export function findAreas(typed: string): AreasCalled {
  const words = searchWords(typed);
  if (words.length === 0) return { one: null, areas: [], isLike: false };
  const search = (manner: "strict" | "loose") =>
    staticNames()
      .index.search(typed, LOOKED_AT, manner)
      .sort((a, b) => b.score - a.score);
  const found = search("strict");
  const told = new Set(words);
  const whole = found.filter((one) => one.whole);
  const meant = whole.length > 0 ? whole : found.filter(({ item }) => isNamedIn(item, told));
  const named = distinct(meant.flatMap(({ item }) => areaOf(item)));
  const areas = distinct([
    ...named,
    ...found.flatMap(({ item }) => areaOf(item)),
    // Behind them: hamlets are called as a constituency begins, such as Barrow.
    ...meant.flatMap(({ item }) => areasAround(item)),
  ]);
  if (areas.length === 0) {
    const like = distinct(search("loose").flatMap(({ item }) => areaOf(item)));
    return { one: null, areas: like.slice(0, MOST), isLike: true };
  }
  const all = named.length > 0 ? named : areas;
  return { one: all.length === 1 ? (all[0] ?? null) : null, areas: areas.slice(0, MOST), isLike: false };
}

/** "Leeds council": all of a name, beside what it is. */
function isNamedIn(item: StaticName, typed: ReadonlySet<string>): boolean {
  return namesOf(item).some((name) => tellingWords(wordsOfName(name)).every((word) => typed.has(word)));
}

function areaOf(item: StaticName): AreaCalled[] {
  if (!("area" in item) || item.area.validTo !== null) return [];
  const { kind, slug, nameEn } = item.area;
  return [{ kind, slug, name: nameEn }];
}

/** The areas that a town or a county lies in: nobody counts for those themselves. */
function areasAround(item: StaticName): AreaCalled[] {
  if ("county" in item)
    return describeCounty(item.county).councils.map((council) => called("council", council));
  if (!("settlement" in item)) return [];
  const { council, constituencies } = describeSettlement(item.settlement);
  return [
    ...constituencies.map((one) => called("constituency", one)),
    ...(council ? [called("council", council)] : []),
  ];
}

function called(kind: AreaKind, { slug, name }: Omit<AreaCalled, "kind">): AreaCalled {
  return { kind, slug, name };
}

/** Scotland, Wales and Northern Ireland are regions by their codes too: what people mean is the nation. */
function distinct(areas: readonly AreaCalled[]): AreaCalled[] {
  const nations = new Set(areas.filter(({ kind }) => kind === "nation").map(({ slug }) => slug));
  const byPath = new Map<string, AreaCalled>();
  for (const area of areas) {
    const path = `${area.kind}/${area.slug}`;
    const isNation = area.kind === "region" && nations.has(area.slug);
    if (!isNation && !byPath.has(path)) byPath.set(path, area);
  }
  return [...byPath.values()];
}
