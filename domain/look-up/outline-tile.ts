import type { BoundingBox } from "@/domain/areas/area";
import { edgeAt } from "@/domain/areas/edge-at";
import { metresToSegment, polygonContains } from "@/domain/areas/geometry";

/**
 * The outlines of constituencies are sent in squares, so that a browser finds out by itself which one it is in, and the
 * server learns the square: a tenth of a degree, about 6 km by 11 km. Squares are counted from this corner, degrees.
 */
const ORIGIN = { lon: -9, lat: 49.8 } as const;
const SQUARE = 0.1;
const COLUMNS = 110;
const ROWS = 112;
/** A square's outlines reach this far beyond it, degrees: 1.1 km at the least. */
const MARGIN = 0.02;
/** Farther than this from a position nothing is said: the outlines may end there. Metres. */
export const FARTHEST = 1_000;
export const TILE_FORMAT = 2;
/** Whole numbers of this many to a degree: about a metre. */
export const TILE_STEPS = 100_000;

export type Tile = { column: number; row: number };

/** `rings` are those of all its polygons within the square and its margin, as whole numbers x0, y0, x1, y1 … */
export type TileArea = { slug: string; rings: number[][] };
/**
 * Whose postcodes are nearest, in cells of the square, row by row from its south-western corner: runs of "that many cells, this outward
 * code". None where no postcode is in the square or its margin.
 */
export type TileDistricts = { outcodes: string[]; runs: number[] };
export type OutlineTile = { format: number; areas: TileArea[]; districts: TileDistricts };

/** Cells along each side of a square: about 200 m by 350 m. */
export const TILE_CELLS = 32;

/** The middle of a cell, degrees. */
export function cellMiddle({ column, row }: Tile, cell: number): { lon: number; lat: number } {
  const across = ((cell % TILE_CELLS) + 0.5) / TILE_CELLS;
  const up = (Math.floor(cell / TILE_CELLS) + 0.5) / TILE_CELLS;
  return { lon: ORIGIN.lon + (column + across) * SQUARE, lat: ORIGIN.lat + (row + up) * SQUARE };
}

/** The outward code of the postcodes around a position in the square; null where nobody lives. */
export function districtAt(
  { outcodes, runs }: TileDistricts,
  { column, row }: Tile,
  { lon, lat }: { lon: number; lat: number },
): string | null {
  const cellOf = (degrees: number, from: number) =>
    Math.min(Math.max(Math.floor(((degrees - from) / SQUARE) * TILE_CELLS), 0), TILE_CELLS - 1);
  const x = cellOf(lon, ORIGIN.lon + column * SQUARE);
  const y = cellOf(lat, ORIGIN.lat + row * SQUARE);
  let left = y * TILE_CELLS + x;
  for (let at = 0; at < runs.length; at += 2) {
    left -= runs[at] ?? 0;
    if (left < 0) return outcodes[runs[at + 1] ?? -1] ?? null;
  }
  return null;
}

/** The square of a position, or null where no square of ours is: there nothing is asked. Degrees WGS84. */
export function tileAt(lon: number, lat: number): Tile | null {
  const column = Math.floor((lon - ORIGIN.lon) / SQUARE);
  const row = Math.floor((lat - ORIGIN.lat) / SQUARE);
  return isTile({ column, row }) ? { column, row } : null;
}

export function isTile({ column, row }: Tile): boolean {
  return column >= 0 && column < COLUMNS && row >= 0 && row < ROWS;
}

export function tilePath({ column, row }: Tile): string {
  return `/outlines/${column}-${row}.json`;
}

/** What a tile covers: its square and the margin. */
export function tileBox({ column, row }: Tile): BoundingBox {
  const [west, south] = [ORIGIN.lon + column * SQUARE, ORIGIN.lat + row * SQUARE];
  return [west - MARGIN, south - MARGIN, west + SQUARE + MARGIN, south + SQUARE + MARGIN];
}

/** Whether what came is a tile of the layout this code reads. */
export function isOutlineTile(value: unknown): value is OutlineTile {
  return typeof value === "object" && value !== null && "format" in value && value.format === TILE_FORMAT;
}

/**
 * The constituencies a position can be in, the one it is in first, then those within so many metres, the nearest first.
 * None at sea and abroad.
 * @param metres how exact the position is; at most FARTHEST is looked at
 */
export function constituenciesAt(
  { areas }: OutlineTile,
  tile: Tile,
  { lon, lat, metres }: { lon: number; lat: number; metres: number },
): string[] {
  const [x, y] = [lon * TILE_STEPS, lat * TILE_STEPS];
  const edge = tileBox(tile).map((degrees) => Math.round(degrees * TILE_STEPS)) as [
    number,
    number,
    number,
    number,
  ];
  const within = Math.min(metres, FARTHEST);
  return areas
    .map(({ slug, rings }) => ({
      slug,
      away: polygonContains(rings, x, y) ? -1 : metresToRings(rings, edge, lon, lat),
    }))
    .filter(({ away }) => away <= within)
    .sort((a, b) => a.away - b.away)
    .map(({ slug }) => slug);
}

function metresToRings(rings: readonly number[][], edge: BoundingBox, lon: number, lat: number): number {
  let least = Infinity;
  for (const ring of rings) {
    for (let i = 0; i < ring.length - 2; i += 2) {
      const [x1, y1, x2, y2] = edgeAt(ring, i);
      if (isCut(edge, x1, y1, x2, y2)) continue;
      const [lon1, lat1, lon2, lat2] = [x1 / TILE_STEPS, y1 / TILE_STEPS, x2 / TILE_STEPS, y2 / TILE_STEPS];
      least = Math.min(least, metresToSegment(lon, lat, lon1, lat1, lon2, lat2));
    }
  }
  return least;
}

/** An edge along the side of the square is where the outline was cut, not where the constituency ends. */
function isCut(
  [west, south, east, north]: BoundingBox,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): boolean {
  return (x1 === x2 && (x1 === west || x1 === east)) || (y1 === y2 && (y1 === south || y1 === north));
}
