import { brotliDecompressSync } from "node:zlib";
import { processWide } from "@/db/process-wide";
import { decodeEnded, type EndedTable } from "./ended-postcodes";
import { decodePostcodes } from "./postcode-decode";
import type { PostcodeTable } from "./postcode-table";
import { readTogether } from "./read-together";

/** The packed tables as they lay in the clone when the first of them was asked for; `ended` null where none was loaded. */
type PackedPostcodes = { live: Buffer; ended: Buffer | null };

/**
 * Both packed tables, of one ingest. Read once: an ingest that replaces them while the server runs must not give it ended
 * postcodes of one edition beside live ones of another, nor call the old shards by the hash of the new file.
 */
export function packedPostcodes(): PackedPostcodes {
  return processWide("postcodes.files", () => {
    const [live, ended] = readTogether(["postcodes.br", "postcodes-ended.br"]);
    if (!live) throw new Error("db/seed/reference/postcodes.br is not there: run the ingest.");
    return { live, ended: ended ?? null };
  });
}

/** The postcode table of the clone: unpacked at the first question (about half a second), then kept (22 MB). */
export function postcodeTable(): PostcodeTable {
  return processWide("postcodes", () => decodePostcodes(brotliDecompressSync(packedPostcodes().live)));
}

/**
 * Postcodes that ended, where somebody loaded an ONS directory; null in a clone as it comes. Four bytes each in memory.
 * @throws Error when the file is there and is not one
 */
export function endedTable(): EndedTable | null {
  return processWide("postcodes.ended", () => {
    const { ended } = packedPostcodes();
    return ended === null ? null : decodeEnded(brotliDecompressSync(ended));
  });
}
