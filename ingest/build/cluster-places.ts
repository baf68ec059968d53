import { metresBetween } from "@/domain/places/distance";
import { normaliseName } from "@/domain/search/normalise";
import type { GeonamesPlace } from "@/ingest/places-geonames";

/** Rows of one name that lie together: one settlement under several outward codes. */
export type PlaceCluster = { name: string; rows: GeonamesPlace[] };

/** Rows of one name closer than this are one settlement: Bristol's outward codes are, the two Dalstons are not. */
const TOGETHER_METRES = 6_000;
/** Outward codes with the same letters that are listed under a town's name this far out are addressed by way of it. */
const POST_TOWN_METRES = 20_000;
/** Listed under as many outward codes as this, it is a town of which those are the parts. */
export const TOWN_OUTCODES = 3;

/** The list's slips ("Ash,Canterbury", "Harrow (N, W and S)") are cut to the name; null for what is none. */
export function cleanName(name: string): string | null {
  const cut = name.replace(/\s*[,(].*$/u, "").trim();
  return /^\p{L}[\p{L}'’ .&/-]+$/u.test(cut) ? cut : null;
}

/** Joins rows of the same name that lie near one another, directly or through others of that name. */
export function clusterPlaces(places: readonly GeonamesPlace[]): PlaceCluster[] {
  const byName = new Map<string, GeonamesPlace[]>();
  for (const place of places) {
    const name = cleanName(place.name);
    if (name === null) continue;
    const key = normaliseName(name);
    const rows = byName.get(key);
    if (rows) rows.push({ ...place, name });
    else byName.set(key, [{ ...place, name }]);
  }
  return [...byName.values()].flatMap(split);
}

function split(rows: GeonamesPlace[]): PlaceCluster[] {
  const left = new Set(rows);
  const clusters: PlaceCluster[] = [];
  for (const first of rows) {
    if (!left.delete(first)) continue;
    const together = [first];
    for (const row of together) {
      for (const other of left) {
        if (metresBetween(row, other) <= TOGETHER_METRES) {
          left.delete(other);
          together.push(other);
        }
      }
    }
    clusters.push({ name: first.name, rows: together });
  }
  return joinPostTowns(clusters);
}

/** "Bristol" stands for BS35, ten miles out, as well: that is Bristol's post, not another Bristol. */
function joinPostTowns(clusters: PlaceCluster[]): PlaceCluster[] {
  const [town, ...others] = clusters.sort((a, b) => b.rows.length - a.rows.length);
  if (town === undefined || town.rows.length < TOWN_OUTCODES) return clusters;
  const [centre] = town.rows as [GeonamesPlace];
  const isItsPost = ({ rows: [row] }: PlaceCluster) =>
    row !== undefined &&
    letters(row.outcode) === letters(centre.outcode) &&
    metresBetween(row, centre) <= POST_TOWN_METRES;
  town.rows.push(...others.filter(isItsPost).flatMap(({ rows }) => rows));
  return [town, ...others.filter((other) => !isItsPost(other))];
}

function letters(outcode: string): string {
  return outcode.replace(/\d.*$/, "");
}
