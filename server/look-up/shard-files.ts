import { createHash } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants, gzipSync } from "node:zlib";
import { LRUCache } from "lru-cache";
import { groundTiles } from "@/db/reference/ground";
import { lineSquares } from "@/db/reference/lines";
import { encodeOutlines } from "@/db/reference/outline-file";
import { areaIndex } from "@/db/reference/outlines";
import { endedTable, packedPostcodes, postcodeTable } from "@/db/reference/postcodes";
import { isTile, type Tile } from "@/domain/look-up/outline-tile";
import { type GroundTile, isGroundTile } from "@/domain/map/ground-tile";
import { SHARD_FORMAT, type ShardIndex } from "@/domain/postcodes/shard";
import type { ContentEncoding } from "@/server/http/accepted-encoding";
import { etagOf } from "@/server/http/etag-of";
import { referenceAreas } from "@/server/reference/reference-areas";
import { buildShard } from "./build-shard";
import { buildTile } from "./build-tile";

/** Bytes ready to send, with their validator. */
export type ReadyFile = { bytes: Buffer; etag: string };

/** All shards in brotli are 5.2 MB together, so that in practice nothing falls out but what few browsers ask for. */
const files = new LRUCache<string, ReadyFile>({
  maxSize: 16_000_000,
  sizeCalculation: ({ bytes }) => bytes.length,
});
let known: string | undefined;

/** What stands in the address of every shard: of the tables, the areas' names and addresses, and the layout. */
export function shardHash(): string {
  known ??= createHash("sha256")
    .update(`${SHARD_FORMAT} ${referenceAreas().contentHash} `)
    .update(packedPostcodes().live)
    .update(packedPostcodes().ended ?? "")
    .digest("hex")
    .slice(0, 16);
  return known;
}

/** The index as it is sent: about 4 kB compressed. */
export function shardIndexFile(encoding: ContentEncoding): ReadyFile {
  return kept(`index ${encoding}`, encoding, () => {
    return shardIndex(postcodeTable().outcodes, endedTable()?.outcodes ?? []);
  });
}

function shardIndex(live: readonly string[], ended: readonly string[]): ShardIndex {
  const known = new Set(live);
  const gone = ended.filter((outcode) => !known.has(outcode)).join(" ");
  const index: ShardIndex = { format: SHARD_FORMAT, hash: shardHash(), outcodes: live.join(" ") };
  return gone === "" ? index : { ...index, ended: gone };
}

/** A shard as it is sent, or null when no postcode has the outward code. Made at the first question, then kept. */
export function shardFile(outcode: string, encoding: ContentEncoding): ReadyFile | null {
  if (!/^[A-Z]{1,2}\d[A-Z\d]?$/.test(outcode)) return null;
  const file = files.get(`${outcode} ${encoding}`);
  if (file) return file;
  const shard = buildShard(postcodeTable(), referenceAreas().ofPostcodes, outcode, endedTable());
  if (shard === null) return null;
  return kept(`${outcode} ${encoding}`, encoding, () => shard);
}

/** The outlines of a square as they are sent, or null where there is no such square. Made at the first question. */
export function tileFile(tile: Tile, encoding: ContentEncoding): ReadyFile | null {
  if (!isTile(tile)) return null;
  return kept(`tile ${tile.column} ${tile.row} ${encoding}`, encoding, () => buildTile(tile));
}

/**
 * The ground of a square as it is sent, without a byte where nobody lives; null where there is no such square. Brotli is how it lies in
 * the clone.
 */
export function groundFile(tile: GroundTile, encoding: ContentEncoding): ReadyFile | null {
  if (!isGroundTile(tile)) return null;
  const packed = groundTiles().get(`${tile.x}-${tile.y}`);
  if (packed === undefined) return { bytes: Buffer.alloc(0), etag: etagOf(Buffer.alloc(0)) };
  if (encoding === "br") return { bytes: packed, etag: etagOf(packed) };
  return keptBytes(`ground ${tile.x} ${tile.y} ${encoding}`, encoding, () => brotliDecompressSync(packed));
}

/** A square at sea. */
const NO_LINES = Buffer.from(JSON.stringify({ type: "Topology", objects: {}, arcs: [] }));

/** What stands in the address of every square of lines, and of every outline. */
export const linesHash = (): string => lineSquares().hash;

/** The lines of a square as they are sent, or null where there is no such square. Brotli is how they lie in the clone. */
export function linesFile(tile: GroundTile, encoding: ContentEncoding): ReadyFile | null {
  if (!isGroundTile(tile)) return null;
  const packed = lineSquares().squares.get(`${tile.x}-${tile.y}`);
  if (packed && encoding === "br") return { bytes: packed, etag: etagOf(packed) };
  return keptBytes(`lines ${tile.x} ${tile.y} ${encoding}`, encoding, () =>
    packed ? brotliDecompressSync(packed) : NO_LINES,
  );
}

/** The whole outline of one area, or null where none has the code. Made at the first question, then kept. */
export function outlineFile(code: string, encoding: ContentEncoding): ReadyFile | null {
  const key = `outline ${code} ${encoding}`;
  const file = files.get(key);
  if (file) return file;
  const kind = referenceAreas().ofPostcodes.get(code)?.kind;
  if (kind === undefined) return null;
  const ofKind = kind === "constituency" || kind === "council" ? kind : "health-body";
  const outline = areaIndex(ofKind).outlineOf(code);
  return outline ? kept(key, encoding, () => encodeOutlines([outline])) : null;
}

function kept(key: string, encoding: ContentEncoding, make: () => object): ReadyFile {
  return keptBytes(key, encoding, () => Buffer.from(JSON.stringify(make())));
}

function keptBytes(key: string, encoding: ContentEncoding, make: () => Buffer): ReadyFile {
  const file = files.get(key);
  if (file) return file;
  const bytes = encode(make(), encoding);
  const made = { bytes, etag: etagOf(bytes) };
  files.set(key, made);
  return made;
}

/** Quality 9: a millisecond or two, and within a few bytes of the best. */
function encode(bytes: Buffer, encoding: ContentEncoding): Buffer {
  if (encoding === "identity") return bytes;
  if (encoding === "gzip") return gzipSync(bytes, { level: 9 });
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}
