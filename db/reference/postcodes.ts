import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { decodePostcodes } from "./postcode-decode";
import type { PostcodeTable } from "./postcode-table";

let loaded: PostcodeTable | null = null;

/** The postcode table of the clone: read on the first question (about half a second), then kept (22 MB). */
export function postcodeTable(): PostcodeTable {
  loaded ??= decodePostcodes(
    brotliDecompressSync(readFileSync(join(process.cwd(), "db/seed/reference/postcodes.br"))),
  );
  return loaded;
}
