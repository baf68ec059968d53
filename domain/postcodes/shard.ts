import type { AreaKind } from "@/domain/areas/area";
import type { KnownPrecision } from "./answer";
import { cellCentre, type Grid } from "./cell-centre";
import { inwardNumber, inwardText } from "./inward";
import { monthText } from "./month";
import { nearestNumbers } from "./nearest";

/** Raised whenever a shard is laid out differently; part of the hash in its address. */
export const SHARD_FORMAT = 2;

/** An area as a shard names it: enough for its page's address and for a sentence. */
export type ShardArea = { kind: AreaKind; code: string; slug: string; nameEn: string; nameCy: string | null };

/**
 * Every unit postcode of one outward code, as the browser gets it: JSON in columns, one entry of each to a postcode, in
 * the order of their inward codes. JSON because, compressed, it is 1.8 kB on average, an eighth more than a binary
 * of the same columns, and needs no decoder. `inward` holds the gap to the number before, less one (the first: the
 * number itself). The three area columns hold places in the lists beside them counted from 1; 0 is none. `column` and
 * `row` are grid cells; -1 in `column` is no position. `near` is a place in the list of constituencies: another one so
 * near that some of the postcode's addresses can be in it; 0 is none. `ended` is there only where an ONS directory was
 * loaded: postcodes that are no more, their inward codes as above, and the month they ended in (month.ts).
 */
export type PostcodeShard = {
  format: typeof SHARD_FORMAT;
  outcode: string;
  grid: Grid;
  areas: Record<ShardColumn, ShardArea[]>;
  precisions: (KnownPrecision | "none")[];
  inward: number[];
  constituency: number[];
  council: number[];
  healthBody: number[];
  column: number[];
  row: number[];
  precision: number[];
  near: number[];
  ended?: { inward: number[]; month: number[] };
};
export type ShardColumn = "constituency" | "council" | "healthBody";

/**
 * Which shards there are, and the hash their addresses carry. `outcodes` is one text, sorted, with a space between;
 * `ended` is the same for outward codes that no live postcode has and an ended one had.
 */
export type ShardIndex = { format: typeof SHARD_FORMAT; hash: string; outcodes: string; ended?: string };

/** One postcode read from a shard. Degrees WGS84; null where the publisher gives no position and no area. */
export type ShardEntry = Record<ShardColumn, ShardArea | null> & {
  postcode: string;
  lon: number | null;
  lat: number | null;
  precision: KnownPrecision | "none";
  near: ShardArea | null;
};

/** Where the index and the shards are. The address of a shard says the outward code and no more. */
export const SHARD_INDEX_PATH = "/postcodes/index.json";
export function shardPath(hash: string, outcode: string): string {
  return `/postcodes/${hash}/${outcode}.json`;
}

/** Looks "7HY" up in the shard of its outward code; null when no live postcode has it. */
export function findInShard(shard: PostcodeShard, inward: string): ShardEntry | null {
  const wanted = inwardNumber(inward);
  let number = -1;
  for (let at = 0; at < shard.inward.length && number < wanted; at++) {
    number += (shard.inward[at] ?? 0) + 1;
    if (number === wanted) return entryAt(shard, number, at);
  }
  return null;
}

/** The month ("2019-06") in which a postcode ended that is in the shard; null when the shard does not say that it did. */
export function endedInShard({ ended }: PostcodeShard, inward: string): string | null {
  const place = ended ? inwardNumbers(ended).indexOf(inwardNumber(inward)) : -1;
  const month = ended?.month[place];
  return month === undefined ? null : monthText(month);
}

/** Every postcode of the shard, such as "CA2 7HY", in order. */
export function postcodesOfShard(shard: PostcodeShard): string[] {
  return inwardNumbers(shard).map((number) => `${shard.outcode} ${inwardText(number)}`);
}

/** What the shard says of each of its postcodes, in order. */
export function shardEntries(shard: PostcodeShard): ShardEntry[] {
  return inwardNumbers(shard).map((number, at) => entryAt(shard, number, at));
}

/** Whether a live postcode is in the sector: CA2 7 in the shard of CA2. */
export function hasSector(shard: PostcodeShard, digit: string): boolean {
  return inwardNumbers(shard).some((number) => inwardText(number).charAt(0) === digit);
}

/** Live postcodes to offer for one that is not: of its sector, or when that has none, of its outward code. */
export function nearestInShard(shard: PostcodeShard, inward: string, most: number): string[] {
  const all = inwardNumbers(shard);
  const sector = all.filter((number) => inwardText(number).charAt(0) === inward.charAt(0));
  const numbers = nearestNumbers(sector.length > 0 ? sector : all, inwardNumber(inward), most);
  return numbers.map((number) => `${shard.outcode} ${inwardText(number)}`);
}

function inwardNumbers({ inward }: { inward: readonly number[] }): number[] {
  let number = -1;
  return inward.map((gap) => {
    number += gap + 1;
    return number;
  });
}

function entryAt(shard: PostcodeShard, inward: number, at: number): ShardEntry {
  const area = (column: ShardColumn) => shard.areas[column][(shard[column][at] ?? 0) - 1] ?? null;
  const column = shard.column[at] ?? -1;
  const centre =
    column === -1 ? { lon: null, lat: null } : cellCentre(shard.grid, column, shard.row[at] ?? 0);
  return {
    postcode: `${shard.outcode} ${inwardText(inward)}`,
    constituency: area("constituency"),
    council: area("council"),
    healthBody: area("healthBody"),
    ...centre,
    precision: shard.precisions[shard.precision[at] ?? -1] ?? "none",
    near: shard.areas.constituency[(shard.near[at] ?? 0) - 1] ?? null,
  };
}

/** Whether what came over the network is a shard of this outward code that this program can read. */
export function isShardOf(value: unknown, outcode: string): value is PostcodeShard {
  return isObject(value) && value.format === SHARD_FORMAT && value.outcode === outcode;
}

/** Whether what came over the network is an index that this program can read. */
export function isShardIndex(value: unknown): value is ShardIndex {
  return isObject(value) && value.format === SHARD_FORMAT && typeof value.outcodes === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
