/** A vector tile with one layer, "earth", that fills it: as little as a map can draw. */
export const EARTH_TILE = Uint8Array.from([
  ...[0x1a, 32, 0x0a, 5, ...new TextEncoder().encode("earth")],
  // A polygon from corner to corner.
  ...[0x12, 18, 0x18, 3, 0x22, 14, 9, 0, 0, 26, 128, 64, 0, 0, 128, 64, 255, 63, 0, 15],
  // 4096 units to a side, second version.
  ...[0x28, 128, 32, 0x78, 2],
]);

/**
 * A PMTiles archive (version 3) of one tile, 0/0/0, as bytes; by hand, since the library only reads.
 * @param type of its tile: 1 is a vector tile, 2 a PNG, 0 is not said
 */
export function archiveOf(tile: Uint8Array, type: number, metadata: object): Uint8Array {
  const said = new TextEncoder().encode(JSON.stringify(metadata));
  // One entry: its number, how many it stands for, its length, and its offset and one.
  const directory = Uint8Array.from([1, 0, 1, ...varint(tile.length), 1]);
  const [directoryAt, saidAt, tilesAt] = [127, 127 + directory.length, 127 + directory.length + said.length];
  const bytes = new Uint8Array(tilesAt + tile.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode("PMTiles"));
  bytes[7] = 3;
  const numbers = [directoryAt, directory.length, saidAt, said.length, 0, 0, tilesAt, tile.length, 1, 1, 1];
  for (const [index, number] of numbers.entries()) view.setBigUint64(8 + index * 8, BigInt(number), true);
  // Clustered; nothing is compressed; zooms 0 to 0; the whole world.
  bytes.set([1, 1, 1, type, 0, 0], 96);
  for (const [index, degrees] of [-180, -85, 180, 85].entries())
    view.setInt32(102 + index * 4, degrees * 1e7, true);
  bytes.set(directory, directoryAt);
  bytes.set(said, saidAt);
  bytes.set(tile, tilesAt);
  return bytes;
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)];
}
