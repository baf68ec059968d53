import { brotliDecompressSync } from "node:zlib";
import { decodeEnded, type EndedTable } from "./ended-postcodes";
import { decodePostcodes } from "./postcode-decode";
import type { PostcodeTable } from "./postcode-table";
import { readTogether } from "./read-together";

// Next bundles this module more than once in one process; the tables must not be held twice.
const shared = globalThis as unknown as Record<symbol, unknown>;
const liveKey = Symbol.for("nhs-map.postcodes");
const endedKey = Symbol.for("nhs-map.postcodes.ended");
const filesKey = Symbol.for("nhs-map.postcodes.files");

/** The packed tables as they lay in the clone when the first of them was asked for; `ended` null where none was loaded. */
type PackedPostcodes = { live: Buffer; ended: Buffer | null };

/**
 * Both packed tables, of one ingest. Read once: an ingest that replaces them while the server runs must not give it ended
 * postcodes of one edition beside live ones of another, nor call the old shards by the hash of the new file.
 */
export function packedPostcodes(): PackedPostcodes {
  if (shared[filesKey] === undefined) {
    const [live, ended] = readTogether(["postcodes.br", "postcodes-ended.br"]);
    if (!live) throw new Error("db/seed/reference/postcodes.br is not there: run the ingest.");
    shared[filesKey] = { live, ended: ended ?? null } satisfies PackedPostcodes;
  }
  return shared[filesKey] as PackedPostcodes;
}

/** The postcode table of the clone: unpacked at the first question (about half a second), then kept (22 MB). */
export function postcodeTable(): PostcodeTable {
  shared[liveKey] ??= decodePostcodes(brotliDecompressSync(packedPostcodes().live));
  return shared[liveKey] as PostcodeTable;
}

/**
 * Postcodes that ended, where somebody loaded an ONS directory; null in a clone as it comes. Four bytes each in memory.
 * @throws Error when the file is there and is not one
 */
export function endedTable(): EndedTable | null {
  if (shared[endedKey] === undefined) {
    const { ended } = packedPostcodes();
    shared[endedKey] = ended === null ? null : decodeEnded(brotliDecompressSync(ended));
  }
  return shared[endedKey] as EndedTable | null;
}
