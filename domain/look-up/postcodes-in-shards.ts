import { letteredDistricts } from "@/domain/postcodes/lettered-districts";
import {
  endedInShard,
  findInShard,
  hasSector,
  isShardIndex,
  isShardOf,
  nearestInShard,
  type PostcodeShard,
  SHARD_INDEX_PATH,
  type ShardEntry,
  type ShardIndex,
  shardPath,
} from "@/domain/postcodes/shard";
import type { FoundUnit } from "./found-unit";
import { type Load, loadChecked } from "./load-checked";
import type { PostcodeLists, UnitInList } from "./look-up";

/** How many live postcodes are offered for one that is not. */
const NEAREST = 5;

/**
 * The lists as the browser has them: `load` is asked for the index and for the file of an outward code, so that whoever
 * answers it learns the outward code and no more.
 */
export function postcodesInShards(load: Load): PostcodeLists {
  // Whatever is wrong with a file, the list did not come, and the reader is asked what to do.
  const orNull = <Found>(found: Promise<Found>): Promise<Found | null> => found.catch(() => null);
  const loadIndex = () => loadChecked(load, SHARD_INDEX_PATH, isShardIndex);
  return {
    hasPart: ({ outcode, digit }) =>
      orNull(loadIndex().then((index) => hasPart(load, index, outcode, digit))),
    findUnit: (outcode, inward) =>
      orNull(loadIndex().then((index) => findUnit(load, index, outcode, inward))),
  };
}

/** Whether there is such a sector, the district's own file says. */
async function hasPart(
  load: Load,
  index: ShardIndex | null,
  outcode: string,
  digit: string | null,
): Promise<boolean | null> {
  if (index === null) return null;
  if (digit === null) return hasOutcode(index, outcode) || hasLettered(index, outcode);
  if (!hasOutcode(index, outcode)) return false;
  const shard = await loadShard(load, index, outcode);
  return shard && hasSector(shard, digit);
}

async function findUnit(
  load: Load,
  index: ShardIndex | null,
  outcode: string,
  inward: string,
): Promise<UnitInList | null> {
  if (index === null) return null;
  const isKnown = hasOutcode(index, outcode) || ` ${index.ended ?? ""} `.includes(` ${outcode} `);
  if (!isKnown) return { status: "unknown", nearest: [] };
  const shard = await loadShard(load, index, outcode);
  return shard && unitIn(shard, inward);
}

function unitIn(shard: PostcodeShard, inward: string): UnitInList {
  const found = findInShard(shard, inward);
  if (found === null) {
    const ended = endedInShard(shard, inward);
    const nearest = nearestInShard(shard, inward, NEAREST);
    return ended === null ? { status: "unknown", nearest } : { status: "ended", ended, nearest };
  }
  const unit = unitOf(shard.outcode, found);
  return unit === null ? { status: "no-position" } : { status: "found", unit };
}

/** An entry without its postcode; null where the publisher gives neither position nor areas. */
export function unitOf(outcode: string, entry: ShardEntry): FoundUnit | null {
  const { constituency, lon, lat, precision, near, council, healthBody } = entry;
  if (constituency === null || lon === null || lat === null || precision === "none") return null;
  return { outcode, lon, lat, precision, constituency, near, council, healthBody };
}

/** The file of a whole district; null when it did not come, or there is none. Whoever is asked learns the outward code. */
export async function loadDistrict(load: Load, outcode: string): Promise<PostcodeShard | null> {
  const index = await loadChecked(load, SHARD_INDEX_PATH, isShardIndex);
  return index && hasOutcode(index, outcode) ? loadShard(load, index, outcode) : null;
}

function hasOutcode(index: ShardIndex, outcode: string): boolean {
  return ` ${index.outcodes} `.includes(` ${outcode} `);
}

/** W1 is no district, and those that begin with it are answered together. */
function hasLettered(index: ShardIndex, outcode: string): boolean {
  return letteredDistricts(index.outcodes.split(" "), outcode).length > 0;
}

/** The data may have been renewed since the index was kept: then its hash leads nowhere, and a fresh one does. */
async function loadShard(load: Load, index: ShardIndex, outcode: string): Promise<PostcodeShard | null> {
  const shard = await load(shardPath(index.hash, outcode), false).catch(() => null);
  if (isShardOf(shard, outcode)) return shard;
  const fresh = await load(SHARD_INDEX_PATH, true).catch(() => null);
  if (!isShardIndex(fresh)) return null;
  const again = await load(shardPath(fresh.hash, outcode), fresh.hash === index.hash).catch(() => null);
  return isShardOf(again, outcode) ? again : null;
}
