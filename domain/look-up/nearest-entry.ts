import { metresBetween, type Point } from "@/domain/places/distance";
import { type PostcodeShard, type ShardEntry, shardEntries } from "@/domain/postcodes/shard";

/** The postcode of a shard that is nearest to a point, of those in a constituency; null where it has none there. */
export function nearestEntry(shard: PostcodeShard, point: Point, constituency: string): ShardEntry | null {
  let [nearest, least]: [ShardEntry | null, number] = [null, Infinity];
  for (const entry of shardEntries(shard)) {
    if (entry.constituency?.slug !== constituency || entry.lon === null || entry.lat === null) continue;
    const away = metresBetween({ lon: entry.lon, lat: entry.lat }, point);
    if (away < least) [nearest, least] = [entry, away];
  }
  return nearest;
}
