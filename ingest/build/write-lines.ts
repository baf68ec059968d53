import { brotliCompressSync } from "node:zlib";
import { LINES_FILE } from "@/db/reference/lines";
import { packedOutlines, readOutlineTopology } from "@/db/reference/outlines";
import { REFERENCE_FOLDER } from "@/db/reference/read-together";
import { packSquares } from "@/db/reference/square-file";
import { LINE_STEPS } from "@/domain/map/line-square";
import { buildLines, type LineSources } from "./build-lines";
import { groundEdges } from "./cut-squares";
import { replaceTogether } from "./file-set";
import { kilobytes } from "./reference-files";
import { digestOf } from "./write-ground";

/** Writes the squares of the map's lines out of the clone's own outlines: nothing else is read. Half a minute. */
export async function writeLines(say: (line: string) => void): Promise<void> {
  const squares = [...buildLines(lineSources(), groundEdges(LINE_STEPS))].map(([key, square]) => {
    const [x = 0, y = 0] = key.split("-").map(Number);
    return { x, y, bytes: brotliCompressSync(JSON.stringify(square)) };
  });
  await replaceTogether(REFERENCE_FOLDER, (put) => {
    const path = `${REFERENCE_FOLDER}/${LINES_FILE}`;
    const written = put(path, packSquares({ outlines: outlinesDigest() }, squares));
    say(`${path}: ${squares.length} squares, ${kilobytes(written)}`);
  });
}

/** The full outlines of the clone. */
export function lineSources(): LineSources {
  return {
    constituency: readOutlineTopology("constituency"),
    council: readOutlineTopology("council"),
    "health-body": readOutlineTopology("health-body"),
  };
}

/** Tells of which outlines squares were made. */
export function outlinesDigest(): string {
  const kinds = ["constituency", "council", "health-body"] as const;
  return digestOf(Buffer.concat(kinds.map(packedOutlines)));
}
