import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { decodePostcodes } from "./postcode-decode";
import type { PostcodeTable } from "./postcode-table";

// Next bundles this module more than once in one process; the table must not be held twice.
const shared = globalThis as unknown as Record<symbol, PostcodeTable | undefined>;
const sharedKey = Symbol.for("nhs-map.postcodes");
const FILE = "db/seed/reference/postcodes.br";

/** The postcode table of the clone: read on the first question (about half a second), then kept (22 MB). */
export function postcodeTable(): PostcodeTable {
  shared[sharedKey] ??= decodePostcodes(brotliDecompressSync(readPostcodeFile()));
  return shared[sharedKey];
}

/** The packed table as it lies in the clone. */
export function readPostcodeFile(): Uint8Array {
  return readFileSync(join(process.cwd(), FILE));
}
