/** What was measured of one map with so many pins: bytes of what it reads (brotli), milliseconds until pins are drawn, the 95th of a hundred gaps between frames in milliseconds, and megabytes. */
export type MapMeasures = { bytes: number; drawn: number; gap: number; memory: number };
/** `empty`: the same map without pins. */
export type ComparedMaps = Record<"empty" | "product" | "maplibre" | "leaflet", MapMeasures>;

/** Frames with pins may take so much longer than without. */
const MOST_GAP = 1.3;
/** From so many pins on ours are there first and take the least room: with fewer, what draws the ground is most of both. */
const MANY = 100_000;
/** What draws the pins, alone: bytes at so many (brotli). The part of all bytes that does not depend on the machine. */
const MOST_BYTES: Readonly<Record<number, number>> = { 2495: 11_000, 100000: 350_000 };

/**
 * The aims that one run missed, a sentence each: ratios to what was measured beside it, so that a slow machine misses none of them, and bytes.
 * @param pinBytes of the one file that draws every pin
 */
export function missedAims(count: number, pinBytes: number, maps: ComparedMaps): string[] {
  const { empty, product, maplibre, leaflet } = maps;
  const most = MOST_BYTES[count];
  const peers = [
    ["MapLibre's clustered GeoJSON", maplibre] as const,
    ["Leaflet.markercluster", leaflet] as const,
  ];
  const missed: (string | null)[] = [
    aim("p95 frame", product.gap, empty.gap, MOST_GAP, "the same map without pins"),
    most !== undefined && pinBytes > most
      ? `the file of pins has ${pinBytes.toLocaleString("en-GB")} bytes, at most ${most.toLocaleString("en-GB")}`
      : null,
    ...peers.flatMap(([name, peer]) => [
      aim("bytes", product.bytes, peer.bytes, 1, name),
      count >= MANY ? aim("time to pins", product.drawn, peer.drawn, 1, name) : null,
      count >= MANY ? aim("memory", product.memory, peer.memory, 1, name) : null,
    ]),
  ];
  return missed.flatMap((one) => (one === null ? [] : `${count.toLocaleString("en-GB")} pins: ${one}`));
}

/** Null where it is kept. What was not measured (0) is no aim that was kept. */
function aim(what: string, of: number, to: number, most: number, name: string): string | null {
  const ratio = of / to;
  return ratio <= most ? null : `${what} is ${ratio.toFixed(2)} of ${name}, at most ${most}`;
}
