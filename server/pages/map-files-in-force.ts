import { createHash, type Hash } from "node:crypto";
import { encodeAddedRows } from "@/domain/map/added-file";
import { encodeFacts } from "@/domain/map/map-facts";
import type { MapRow } from "@/domain/map/map-row";
import { encodePins } from "@/domain/map/pin-file";
import { lineOfMapRow, sameMapRow } from "@/domain/map/same-map-row";

/** The files of some rows, under one address. */
export type FileSet = {
  hash: string;
  rows: readonly MapRow[];
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
};

/** Beyond this share of the base, or this many rows, a new base is as cheap for whoever comes again. */
const MOST_ADDED = { share: 0.1, rows: 64 };

/**
 * The files for these rows, on the base of those before where that can be: every row of that base is still there, to the last letter. What
 * was withheld, erased or changed is in no file that answers from then on, since then the base is written anew (docs/decisions/0054).
 */
export function filesInForce(rows: readonly MapRow[], before: FilesInForce | null): FilesInForce {
  const whole = hashOf(rows);
  const at = before ? addedTo(before.base.rows, rows) : null;
  if (before && at && at.length > 0) {
    const added = at.flatMap((row) => rows[row] ?? []);
    // Of both: a server that has another base has nothing under this address.
    const hash = short(createHash("sha256").update(before.base.hash).update(whole));
    return { hash, base: before.base, added: { ...fileSet(added, hash), at: encodeAddedRows(at) } };
  }
  if (before && at?.length === 0) return { hash: before.base.hash, base: before.base, added: null };
  return { hash: whole, base: fileSet(rows, whole), added: null };
}

/** The rows that are not in the base; null where it cannot stay: one of its own is missing, changed or in another order, or they are too many. */
function addedTo(base: readonly MapRow[], rows: readonly MapRow[]): number[] | null {
  const more = rows.length - base.length;
  if (more < 0 || more > Math.max(MOST_ADDED.rows, base.length * MOST_ADDED.share)) return null;
  const added: number[] = [];
  let next = 0;
  for (const [at, row] of rows.entries()) {
    const old = base[next];
    if (old?.id !== row.id) added.push(at);
    else if (!sameMapRow(old, row)) return null;
    else next++;
  }
  return next === base.length ? added : null;
}

function fileSet(rows: readonly MapRow[], hash: string): FileSet {
  return { hash, rows, pins: encodePins(rows).file, facts: encodeFacts(rows) };
}

/** Rows that are read by the hash at a time. */
const AT_A_TIME = 1000;

function hashOf(rows: readonly MapRow[]): string {
  const hash = createHash("sha256");
  for (let at = 0; at < rows.length; at += AT_A_TIME)
    hash.update(
      rows
        .slice(at, at + AT_A_TIME)
        .map(lineOfMapRow)
        .join("\n"),
    );
  return short(hash);
}

function short(hash: Hash): string {
  return hash.digest("base64url").slice(0, 22);
}
