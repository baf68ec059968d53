import {
  endedInShard,
  findInShard,
  isShardIndex,
  isShardOf,
  nearestInShard,
  type PostcodeShard,
  SHARD_INDEX_PATH,
  type ShardIndex,
  shardPath,
} from "@/domain/postcodes/shard";
import { choicePath, type LookUpProblem } from "./problem";
import { isNoOutcode, readTyped } from "./read-typed";

/** Where a look-up in the browser leads. A path has no language in it yet. */
export type ShardAnswer =
  | { kind: "path"; path: string }
  /** `ended`: the month ("2019-06") in which the postcode ended, with that problem only. */
  | { kind: "problem"; problem: LookUpProblem; nearest: string[]; ended?: string }
  /** Not a postcode: names are the server's. */
  | { kind: "name" }
  /** It is a postcode, and the list it would be found in did not come. */
  | { kind: "no-list" };

/** Fetches JSON from our own server; `fresh` asks past every cache. Throws when it does not come. */
export type Load = (path: string, fresh: boolean) => Promise<unknown>;

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
    const index = await loadIndex(load, false);
    if (read.kind === "part") return ofPart(index, read.outcodes);
    if (!hasOutcode(index, read.outcode) && !` ${index.ended ?? ""} `.includes(` ${read.outcode} `))
      return problem("unknown");
    return ofUnit(await loadShard(load, index, read.outcode), read.inward);
  } catch {
    return { kind: "no-list" }; // whatever went wrong on the way, the reader is asked what to do
  }
}

function ofPart(index: ShardIndex, outcodes: readonly string[]): ShardAnswer {
  const near = outcodes.find((outcode) => hasOutcode(index, outcode));
  if (near === undefined) return outcodes.every(isNoOutcode) ? { kind: "name" } : problem("unknown");
  return { kind: "path", path: `/look-up?${new URLSearchParams({ problem: "partial", near })}` };
}

function ofUnit(shard: PostcodeShard, inward: string): ShardAnswer {
  const found = findInShard(shard, inward);
  if (found === null) {
    const ended = endedInShard(shard, inward);
    const nearest = nearestInShard(shard, inward, NEAREST);
    return ended === null ? problem("unknown", nearest) : { ...problem("ended", nearest), ended };
  }
  const { constituency, near } = found;
  if (constituency === null) return problem("no-position");
  if (near !== null) return { kind: "path", path: choicePath([constituency.slug, near.slug]) };
  return { kind: "path", path: `/areas/constituency/${constituency.slug}` };
}

function problem(kind: LookUpProblem, nearest: string[] = []) {
  return { kind: "problem" as const, problem: kind, nearest };
}

function hasOutcode(index: ShardIndex, outcode: string): boolean {
  return ` ${index.outcodes} `.includes(` ${outcode} `);
}

async function loadIndex(load: Load, fresh: boolean): Promise<ShardIndex> {
  const index = await load(SHARD_INDEX_PATH, fresh);
  if (!isShardIndex(index)) throw new Error("The index of postcodes is of another version.");
  return index;
}

/** The data may have been renewed since the index was kept: then its hash leads nowhere, and a fresh one does. */
async function loadShard(load: Load, index: ShardIndex, outcode: string): Promise<PostcodeShard> {
  const shard = await load(shardPath(index.hash, outcode), false).catch(async () => {
    const fresh = await loadIndex(load, true);
    if (fresh.hash === index.hash) throw new Error(`The postcodes of ${outcode} did not come.`);
    return load(shardPath(fresh.hash, outcode), false);
  });
  if (!isShardOf(shard, outcode)) throw new Error(`The postcodes of ${outcode} are of another version.`);
  return shard;
}
