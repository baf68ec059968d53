import { brotliDecompressSync } from "node:zlib";
import { processWide } from "@/db/process-wide";
import { AreaIndex } from "./area-index";
import { decodeOutlines, type Outline, type OutlineTopology } from "./outline-file";
import { readReferenceFile } from "./read-together";

/** The four sets of full outlines; "health-body" holds ICBs, health boards and trusts together. */
export const OUTLINE_KINDS = ["constituency", "council", "health-body", "region"] as const;
export type OutlineKind = (typeof OUTLINE_KINDS)[number];

/** The full outlines of one kind from the clone. Takes about 0.2 s. */
export function readOutlines(kind: OutlineKind): Outline[] {
  return decodeOutlines(readOutlineTopology(kind));
}

/** The same as they are packed: what two areas share is there once. */
export function readOutlineTopology(kind: OutlineKind): OutlineTopology {
  return JSON.parse(brotliDecompressSync(packedOutlines(kind)).toString("utf8"));
}

/** The very bytes, which tell of which outlines something was made. */
export function packedOutlines(kind: OutlineKind): Buffer {
  return readReferenceFile(`outlines-${kind}.topojson.br`);
}

/** The index of one kind, made when first asked for and kept. */
export function areaIndex(kind: OutlineKind): AreaIndex {
  const indexes = processWide("outlines", () => new Map<OutlineKind, AreaIndex>());
  const index = indexes.get(kind) ?? new AreaIndex(readOutlines(kind));
  indexes.set(kind, index);
  return index;
}
