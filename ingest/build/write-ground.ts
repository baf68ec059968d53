import { createHash } from "node:crypto";
import { brotliCompressSync } from "node:zlib";
import { GROUND_FILE } from "@/db/reference/ground";
import { packedPostcodes, postcodeTable } from "@/db/reference/postcodes";
import { REFERENCE_FOLDER } from "@/db/reference/read-together";
import { packSquares } from "@/db/reference/square-file";
import { buildGround, squaresWithPostcodes } from "./build-ground";
import { replaceTogether } from "./file-set";
import { kilobytes } from "./reference-files";

/**
 * Writes the ground under the map's pins out of the clone's own table of postcodes: nothing else is read. A minute or two.
 */
export async function writeGround(say: (line: string) => void): Promise<void> {
  const table = postcodeTable();
  const tiles = squaresWithPostcodes(table).flatMap((tile) => {
    const bytes = buildGround(table, tile);
    return bytes.length > 0 ? [{ ...tile, bytes: brotliCompressSync(bytes) }] : [];
  });
  await replaceTogether(REFERENCE_FOLDER, (put) => {
    const path = `${REFERENCE_FOLDER}/${GROUND_FILE}`;
    const written = put(path, packSquares({ postcodes: digestOf(packedPostcodes().live) }, tiles));
    say(`${path}: ${tiles.length} squares, ${kilobytes(written)}`);
  });
}

/** Tells of which table something was made. */
export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}
