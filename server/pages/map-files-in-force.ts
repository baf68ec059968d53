import { createHash } from "node:crypto";
import { differenceOf } from "@/domain/lists/difference";
import { decodeAddedRows, encodeAddedRows, rowSources } from "@/domain/map/added-file";
import { encodeFactTable } from "@/domain/map/map-facts";
import { inFileOrder, type MapRow } from "@/domain/map/map-row";
import type { MapTable } from "@/domain/map/mask-pins";
import { mergeTables, tableOfRows } from "@/domain/map/merge-tables";
import { encodePinTable } from "@/domain/map/pin-file";
import { lineOfMapRow, sameMapRow } from "@/domain/map/same-map-row";
import { withoutRows } from "@/domain/map/without-rows";

/** The files of some rows, under one address. */
export type FileSet = {
  hash: string;
  rows: readonly MapRow[];
  /** What the files say, as a reader has it. */
  table: MapTable;
  /** The files' bytes, plain. */
  pins: Uint8Array;
  facts: Uint8Array;
};

/** What the map is made of: a base, and what was added to it since, which names its rows in the whole. */
export type FilesInForce = {
  /** Of everything in it: another service, name or date is another address. */
  hash: string;
  base: FileSet;
  added: (FileSet & { at: Uint8Array }) | null;
  /** All rows, what they say as a reader has it, and the sum that their address is made of. */
  rows: readonly MapRow[];
  table: MapTable;
  sum: string;
};

/** Beyond this share of the base, or this many rows, a new base is as cheap for whoever comes again. */
const MOST_ADDED = { share: 0.1, rows: 64 };
/** Beyond so many rows that went, all are written as if for the first time. */
const MOST_GONE = 1000;

/**
 * The files for these rows, on the base of those before where that can be: every row of that base is still there, to the last letter. What
 * was withheld, erased or changed is in no file that answers from then on, since then the base is written anew (docs/decisions/0054): out of what
 * it said, without what went (docs/decisions/0111).
 */
export function filesInForce(rows: readonly MapRow[], before: FilesInForce | null): FilesInForce {
  const sum = sumAfter(rows, before);
  const whole = short(sum);
  if (!before) return based(fileSet(tableOfRows(rows), rows, whole), sum);
  const { base } = before;
  const { gone, fresh } = differenceOf(base.rows, rows, inFileOrder, sameMapRow);
  if (gone.length === 0 && fresh.length === 0) return based(base, sum);
  const isMuch = fresh.length > Math.max(MOST_ADDED.rows, base.rows.length * MOST_ADDED.share);
  if (isMuch || gone.length > MOST_GONE) return based(fileSet(tableOfRows(rows), rows, whole), sum);
  const more = fresh.flatMap((row) => rows[row] ?? []);
  const at = encodeAddedRows(fresh);
  const ofMore = tableOfRows(more);
  const sources = rowSources(base.rows.length - gone.length, decodeAddedRows(at));
  if (gone.length > 0) {
    const table = mergeTables(withoutRows(base.table, gone), ofMore, sources);
    return based(fileSet(table, rows, whole), sum);
  }
  // Of both: a server that has another base has nothing under this address.
  const hash = short(base.hash + whole);
  const table = mergeTables(base.table, ofMore, sources);
  return { hash, base, added: { ...fileSet(ofMore, more, hash), at }, rows, table, sum };
}

function based(base: FileSet, sum: string): FilesInForce {
  return { hash: base.hash, base, added: null, rows: base.rows, table: base.table, sum };
}

function fileSet(table: MapTable, rows: readonly MapRow[], hash: string): FileSet {
  return { hash, rows, table, pins: encodePinTable(table.pins), facts: encodeFactTable(table.facts) };
}

/**
 * What stands for all rows: the sum of a hash of each, whose order is one for all. So what came is added and what went is taken away, and no other
 * row is looked into.
 */
function sumAfter(rows: readonly MapRow[], before: FilesInForce | null): string {
  if (!before) return hex(sumOf(rows));
  const { gone, fresh } = differenceOf(before.rows, rows, inFileOrder, sameMapRow);
  const pick = (of: readonly MapRow[], at: readonly number[]) => sumOf(at.flatMap((row) => of[row] ?? []));
  return hex(BigInt(`0x${before.sum}`) - pick(before.rows, gone) + pick(rows, fresh));
}

function sumOf(rows: readonly MapRow[]): bigint {
  let sum = 0n;
  for (const row of rows) sum += BigInt(`0x${createHash("sha256").update(lineOfMapRow(row)).digest("hex")}`);
  return sum;
}

function hex(sum: bigint): string {
  return BigInt.asUintN(256, sum).toString(16);
}

function short(said: string): string {
  return createHash("sha256").update(said).digest("base64url").slice(0, 22);
}
