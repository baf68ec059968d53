/** A square of the map (domain/map/ground-tile.ts) and its bytes in brotli. */
export type PackedSquare = { x: number; y: number; bytes: Uint8Array };

/** What the squares were made of: the name of it, and the first 16 digits of its SHA-256. */
export type MadeOf<Source extends string> = Readonly<Record<Source, string>>;

/** x, y and length of each square, in the order in which they follow. */
type Tiles = { tiles: [x: number, y: number, length: number][] };

/** The length of the list of squares (4 bytes), that list as JSON, then the squares one after another. */
export function packSquares(madeOf: MadeOf<string>, squares: readonly PackedSquare[]): Buffer {
  const { tiles }: Tiles = { tiles: squares.map(({ x, y, bytes }) => [x, y, bytes.length]) };
  const list = Buffer.from(JSON.stringify({ ...madeOf, tiles }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(list.length);
  return Buffer.concat([length, list, ...squares.map(({ bytes }) => bytes)]);
}

/** What squares were made of, and each by `x-y`. @throws RangeError or SyntaxError when it is no such file */
export function unpackSquares<Source extends string>(
  file: Buffer,
): { madeOf: MadeOf<Source>; squares: ReadonlyMap<string, Buffer> } {
  const end = 4 + file.readUInt32LE(0);
  const header: MadeOf<Source> & Tiles = JSON.parse(file.toString("utf8", 4, end));
  let at = end;
  const found = header.tiles.map(([x, y, length]): [string, Buffer] => {
    at += length;
    return [`${x}-${y}`, file.subarray(at - length, at)];
  });
  return { madeOf: header, squares: new Map(found) };
}
