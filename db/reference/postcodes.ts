import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { decodeEnded, type EndedTable } from "./ended-postcodes";
import { decodePostcodes } from "./postcode-decode";
import type { PostcodeTable } from "./postcode-table";

// Next bundles this module more than once in one process; the tables must not be held twice.
const shared = globalThis as unknown as Record<symbol, unknown>;
const liveKey = Symbol.for("nhs-map.postcodes");
const endedKey = Symbol.for("nhs-map.postcodes.ended");
const FILE = "db/seed/reference/postcodes.br";
const ENDED_FILE = "db/seed/reference/postcodes-ended.br";

/** The postcode table of the clone: read on the first question (about half a second), then kept (22 MB). */
export function postcodeTable(): PostcodeTable {
  shared[liveKey] ??= decodePostcodes(brotliDecompressSync(readPostcodeFile()));
  return shared[liveKey] as PostcodeTable;
}

/**
 * Postcodes that ended, where somebody loaded an ONS directory; null in a clone as it comes. Four bytes each in memory.
 * @throws Error when the file is there and is not one
 */
export function endedTable(): EndedTable | null {
  if (shared[endedKey] === undefined) {
    const file = readEndedFile();
    shared[endedKey] = file === null ? null : decodeEnded(brotliDecompressSync(file));
  }
  return shared[endedKey] as EndedTable | null;
}

/** The packed table as it lies in the clone. */
export function readPostcodeFile(): Uint8Array {
  return readFileSync(join(process.cwd(), FILE));
}

/** The packed table of ended postcodes; null where none was loaded. */
export function readEndedFile(): Uint8Array | null {
  const path = join(process.cwd(), ENDED_FILE);
  return existsSync(path) ? readFileSync(path) : null;
}
