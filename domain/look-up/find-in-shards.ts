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
  type ShardIndex,
  shardPath,
} from "@/domain/postcodes/shard";
import { type Load, loadChecked } from "./load-checked";
import { choicePath, constituencyPath, type Instead, type LookUpProblem, partialPath } from "./problem";
import { mayBeName, type PartOfPostcode, readTyped, type Typed } from "./read-typed";

/** Where a look-up in the browser leads. A path has no language in it yet. */
export type ShardAnswer =
  | { kind: "path"; path: string }
  | ({ kind: "problem"; problem: LookUpProblem } & Instead)
  /** Not a postcode: names are the server's. */
  | { kind: "name" }
  /** It is a postcode, and the list it would be found in did not come. */
  | { kind: "no-list" };

/** How many live postcodes are offered for one that is not. */
const NEAREST = 5;

/**
 * Looks up what was typed with nothing but shards: `load` is asked for the index and for the file of an outward code, so
 * that whoever answers it learns the outward code and no more. The path it leads to names the constituency.
 */
export async function findInShards(typed: string, load: Load): Promise<ShardAnswer> {
  const read = readTyped(typed);
  if (read.kind === "name") return read;
  if (read.kind === "problem") return problem(read.problem);
  try {
    return await inLists(load, read);
  } catch {
    return { kind: "no-list" }; // whatever went wrong on the way, the reader is asked what to do
  }
}

async function inLists(load: Load, read: Extract<Typed, { kind: "part" | "unit" }>): Promise<ShardAnswer> {
  const index = await loadChecked(load, SHARD_INDEX_PATH, isShardIndex);
  if (index === null) return { kind: "no-list" };
  if (read.kind === "part") return ofPart(load, index, read.meanings);
  if (!hasOutcode(index, read.outcode) && !` ${index.ended ?? ""} `.includes(` ${read.outcode} `))
    return problem("unknown");
  const shard = await loadShard(load, index, read.outcode);
  return shard === null ? { kind: "no-list" } : ofUnit(shard, read.inward);
}

/** The first of its meanings that some postcode has. Whether there is such a sector, the district's own file says. */
async function ofPart(
  load: Load,
  index: ShardIndex,
  meanings: readonly PartOfPostcode[],
): Promise<ShardAnswer> {
  for (const { outcode, digit } of meanings) {
    if (!hasOutcode(index, outcode) && (digit !== null || !hasLettered(index, outcode))) continue;
    if (digit !== null) {
      const shard = await loadShard(load, index, outcode);
      if (shard === null) return { kind: "no-list" };
      if (!hasSector(shard, digit)) continue;
    }
    return { kind: "path", path: partialPath(outcode, digit) };
  }
  return mayBeName(meanings) ? { kind: "name" } : problem("unknown");
}

function ofUnit(shard: PostcodeShard, inward: string): ShardAnswer {
  const found = findInShard(shard, inward);
  if (found === null) {
    const ended = endedInShard(shard, inward);
    const nearest = nearestInShard(shard, inward, NEAREST);
    return ended === null ? problem("unknown", nearest) : { ...problem("ended", nearest), ended };
  }
  const { constituency, near, precision } = found;
  if (constituency === null) return problem("no-position");
  if (near === null) return { kind: "path", path: constituencyPath(constituency.slug, precision) };
  const by = precision === "small-area" ? "neighbourhood" : "postcode";
  return { kind: "path", path: choicePath([constituency.slug, near.slug], by) };
}

function problem(kind: LookUpProblem, nearest: string[] = []) {
  return { kind: "problem" as const, problem: kind, nearest };
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
