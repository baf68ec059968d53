import { processWide } from "@/db/process-wide";
import { readReferenceFile } from "./read-together";

export const GROUND_FILE = "ground.bin";

/** A square of the map's ground: its place (domain/map/ground-tile.ts) and its vector tile in brotli. */
export type PackedGround = { x: number; y: number; bytes: Uint8Array };

type Header = {
  /** The first 16 digits of the SHA-256 of the postcode table it was made of. */
  postcodes: string;
  /** x, y and length of each square, in the order in which they follow. */
  tiles: [x: number, y: number, length: number][];
};

/** The length of the list of squares (4 bytes), that list as JSON, then the squares one after another. */
export function packGround(postcodes: string, tiles: readonly PackedGround[]): Buffer {
  const header: Header = { postcodes, tiles: tiles.map(({ x, y, bytes }) => [x, y, bytes.length]) };
  const list = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(list.length);
  return Buffer.concat([length, list, ...tiles.map(({ bytes }) => bytes)]);
}

/** Of which postcode table it was made, and its squares by `x-y`. @throws RangeError or SyntaxError when it is none */
export function unpackGround(file: Buffer): { postcodes: string; tiles: ReadonlyMap<string, Buffer> } {
  const end = 4 + file.readUInt32LE(0);
  const { postcodes, tiles } = JSON.parse(file.toString("utf8", 4, end)) as Header;
  let at = end;
  const found = tiles.map(([x, y, length]): [string, Buffer] => {
    at += length;
    return [`${x}-${y}`, file.subarray(at - length, at)];
  });
  return { postcodes, tiles: new Map(found) };
}

/** The squares of the clone, read at the first question and kept (1.7 MB). */
export function groundTiles(): ReadonlyMap<string, Buffer> {
  return processWide("ground", () => unpackGround(readReferenceFile(GROUND_FILE)).tiles);
}
