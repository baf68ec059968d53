import { createHash } from "node:crypto";
import { processWide } from "@/db/process-wide";
import { readReferenceFile } from "./read-together";
import { unpackSquares } from "./square-file";

/** The squares of the map's lines (domain/map/line-square.ts): TopoJSON, made of the full outlines. */
export const LINES_FILE = "lines.bin";

/** The squares of the clone and what stands in their address, read at the first question and kept (1.8 MB). */
export function lineSquares(): { hash: string; squares: ReadonlyMap<string, Buffer> } {
  return processWide("lines", () => {
    const file = readReferenceFile(LINES_FILE);
    const hash = createHash("sha256").update(file).digest("hex").slice(0, 16);
    return { hash, squares: unpackSquares(file).squares };
  });
}
