import type { AreaIndex } from "@/db/reference/area-index";
import type { PostcodeTable } from "@/db/reference/postcode-table";
import type { AreaRecord } from "@/domain/areas/area";
import type { AreaOverlaps } from "@/domain/areas/area-overlap";
import { areaSlug } from "@/domain/areas/slug";
import { itemAt } from "@/domain/lists/item-at";
import { metresBetween } from "@/domain/places/distance";
import { normaliseName } from "@/domain/search/normalise";
import type { Settlement } from "@/domain/search/settlement";
import type { GeonamesPlace } from "@/ingest/places-geonames";
import type { SimplemapsTown } from "@/ingest/towns-simplemaps";
import { clusterPlaces, type PlaceCluster, TOWN_OUTCODES } from "./cluster-places";
import {
  newTally,
  PEOPLE_PER_UNIT,
  type PostcodeTally,
  tallyAround,
  tallyNearest,
  tallyOutcodes,
} from "./tally-postcodes";
import { welshTownName } from "./welsh-town-names";

export type NameSources = {
  places: readonly GeonamesPlace[];
  towns: readonly SimplemapsTown[];
  table: PostcodeTable;
  areas: readonly AreaRecord[];
  overlaps: AreaOverlaps;
  constituencies: AreaIndex;
  councils: AreaIndex;
};

/** A name in the list of towns and one in the list of places are the same settlement up to this far apart. */
const SAME_TOWN_METRES = 8_000;
/** Of the people of a council that bears the town's name, how many are in the town at the least: for ranking only. */
const SHARE_OF_COUNCIL = 0.5;
/** A constituency with a smaller part is left out: it is the centres that are inexact, not the town that is large. */
const LEAST_PART = 0.04;
/** So many postcodes are no slip of a centre, however large the town. */
const CERTAIN_UNITS = 300;

/**
 * Every settlement with the constituencies and the council it lies in, the largest first. A village is the postcodes
 * that are nearer to its centre than to another of the same outward code; a town with a known number of people is as
 * many postcodes around its centre as those people have; a town without one is its outward codes. A town that lends
 * its name to its council is in every constituency of that council too.
 */
export function buildNames(sources: NameSources): Settlement[] {
  const { table, places } = sources;
  const clusters = clusterPlaces(places);
  const rowsOf = new Map<string, GeonamesPlace[]>();
  for (const row of clusters.flatMap(({ rows }) => rows)) {
    const rows = rowsOf.get(row.outcode);
    if (rows) rows.push(row);
    else rowsOf.set(row.outcode, [row]);
  }
  const tallies = tallyNearest(table, rowsOf);
  const townOf = matchTowns(clusters, sources.towns);
  const found = clusters.flatMap((cluster) => {
    const town = townOf.get(cluster);
    const tally = town ? tallyAround(table, town, town.population) : tallyOf(cluster, tallies, table);
    const settled = settle(cluster, tally, sources);
    if (settled === null) return [];
    const people = town?.population ?? tally.units * PEOPLE_PER_UNIT;
    return [{ ...settled, people: Math.max(people, peopleOfNamesake(settled, sources)) }];
  });
  const largestFirst = found.sort((a, b) => b.people - a.people || compare(a.name, b.name));
  return withSlugs(largestFirst, sources.areas);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function tallyOf(
  { rows }: PlaceCluster,
  tallies: ReadonlyMap<GeonamesPlace, PostcodeTally>,
  table: PostcodeTable,
): PostcodeTally {
  const outcodes = new Set(rows.map(({ outcode }) => outcode));
  if (outcodes.size >= TOWN_OUTCODES) return tallyOutcodes(table, outcodes);
  const tally = newTally();
  for (const row of rows) {
    const part = tallies.get(row);
    if (part === undefined) continue;
    tally.units += part.units;
    for (const kind of ["constituencies", "councils", "outcodes"] as const) {
      const into = tally[kind] as Map<number | string, number>;
      for (const [key, units] of part[kind]) into.set(key, (into.get(key) ?? 0) + units);
    }
  }
  return tally;
}

/** The cluster nearest to each town's centre that has its name. */
function matchTowns(
  clusters: readonly PlaceCluster[],
  towns: readonly SimplemapsTown[],
): Map<PlaceCluster, SimplemapsTown> {
  const byName = new Map<string, PlaceCluster[]>();
  for (const cluster of clusters) {
    const name = normaliseName(cluster.name);
    byName.set(name, [...(byName.get(name) ?? []), cluster]);
  }
  const matched = new Map<PlaceCluster, SimplemapsTown>();
  for (const town of towns) {
    const away = (cluster: PlaceCluster) => Math.min(...cluster.rows.map((row) => metresBetween(row, town)));
    const [nearest] = (byName.get(normaliseName(town.name)) ?? [])
      .map((cluster) => ({ cluster, metres: away(cluster) }))
      .sort((a, b) => a.metres - b.metres);
    if (nearest && nearest.metres <= SAME_TOWN_METRES) matched.set(nearest.cluster, town);
  }
  return matched;
}

type Settled = Omit<Settlement, "slug" | "people">;

/** Null for what lies in no constituency: the Channel Islands, the Isle of Man, points at sea. */
function settle(cluster: PlaceCluster, tally: PostcodeTally, sources: NameSources): Settled | null {
  const { table, constituencies: outlines, councils } = sources;
  const [row] = cluster.rows as [GeonamesPlace];
  const council =
    largestFirst(tally.councils).map(([number]) => table.councilCodes[number])[0] ??
    councils.assign(row.lon, row.lat)?.code;
  const parts = largestFirst(tally.constituencies)
    .filter(([, units]) => units >= Math.min(CERTAIN_UNITS, LEAST_PART * tally.units))
    .map(([number]) => itemAt(table.constituencyCodes, number));
  const here = outlines.assign(row.lon, row.lat)?.code;
  if (parts.length === 0 && here !== undefined) parts.push(here);
  if (council === undefined || parts.length === 0) return null;
  const isTown = cluster.rows.length >= TOWN_OUTCODES;
  const ofCouncil =
    isTown && isNamesake(cluster.name, council, sources) ? constituenciesOf(council, sources.overlaps) : [];
  return {
    name: cluster.name,
    nameCy: welshTownName(cluster.name, council),
    outcode: largestFirst(tally.outcodes)[0]?.[0] ?? row.outcode,
    council,
    constituencies: [...new Set([...parts, ...ofCouncil])],
  };
}

/** Whether a council bears the name: "Leeds", "Bristol, City of". */
function isNamesake(name: string, council: string, { areas }: NameSources): boolean {
  const area = areas.find(({ kind, code }) => kind === "council" && code === council);
  const bare = (area?.nameEn ?? "").replace(/^City of |, (City|County) of$| City$/, "");
  return normaliseName(bare) === normaliseName(name);
}

function peopleOfNamesake({ name, council }: Settled, sources: NameSources): number {
  if (!isNamesake(name, council, sources)) return 0;
  return Math.round((sources.overlaps.unitPostcodes[council] ?? 0) * PEOPLE_PER_UNIT * SHARE_OF_COUNCIL);
}

function constituenciesOf(council: string, { pairs, unitPostcodes }: AreaOverlaps): string[] {
  const least = (LEAST_PART / 2) * (unitPostcodes[council] ?? Infinity);
  return pairs
    .filter(([a, b, units]) => /^(E14|W07|S14|N05)/.test(a) && b === council && units >= least)
    .sort((a, b) => b[2] - a[2])
    .map(([code]) => code);
}

function largestFirst<Key>(tally: ReadonlyMap<Key, number>): [Key, number][] {
  return [...tally].sort((a, b) => b[1] - a[1]);
}

/** The name alone for the largest of its name; then with the council, the outward code, a number. */
function withSlugs(settled: readonly Omit<Settlement, "slug">[], areas: readonly AreaRecord[]): Settlement[] {
  const councils = new Map(
    areas.filter(({ kind }) => kind === "council").map(({ code, slug }) => [code, slug]),
  );
  const taken = new Set<string>();
  return settled.map((settlement) => {
    const bare = areaSlug("council", settlement.name);
    const withCouncil = `${bare}-${councils.get(settlement.council) ?? settlement.council.toLowerCase()}`;
    const withOutcode = `${withCouncil}-${settlement.outcode.toLowerCase()}`;
    let slug = [bare, withCouncil, withOutcode].find((wish) => !taken.has(wish));
    for (let i = 2; slug === undefined; i++) {
      if (!taken.has(`${withOutcode}-${i}`)) slug = `${withOutcode}-${i}`;
    }
    taken.add(slug);
    return { ...settlement, slug };
  });
}
