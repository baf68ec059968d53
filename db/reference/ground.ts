import { processWide } from "@/db/process-wide";
import { readReferenceFile } from "./read-together";
import { unpackSquares } from "./square-file";

/** The squares of the map's ground: vector tiles, made of the postcodes. */
export const GROUND_FILE = "ground.bin";

/** The squares of the clone, read at the first question and kept (1.7 MB). */
export function groundTiles(): ReadonlyMap<string, Buffer> {
  return processWide("ground", () => unpackSquares(readReferenceFile(GROUND_FILE)).squares);
}
