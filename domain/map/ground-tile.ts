/**
 * The ground under the pins, from close by, comes in the squares of the usual web map at one zoom: 45 km by 45 km in the middle of the
 * country. A square is larger than any outward postcode's part of a town, so that asking for one tells less of where somebody is than
 * the shard of their postcode does.
 */
export const GROUND_ZOOM = 9;

/** Degrees: west, south, east and north. */
type Box = readonly [number, number, number, number];

/** A square of the usual web map (x to the east, y to the south) at GROUND_ZOOM. */
export type GroundTile = { x: number; y: number };

/** West, south, east and north of all that has a postcode, degrees: nothing is asked for outside. */
export const GROUND_BOUNDS: Box = [-8.7, 49.8, 1.9, 60.95];

const ACROSS = 2 ** GROUND_ZOOM;

/** @param square x and y with a hyphen between them, as a map library fills them in */
export function groundPath(square: string): string {
  return `/ground/${square}.pbf`;
}

/** The square that holds a position, degrees WGS84. */
export function groundTileAt(lon: number, lat: number): GroundTile {
  const radians = (lat * Math.PI) / 180;
  const down = (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2;
  return { x: Math.floor(((lon + 180) / 360) * ACROSS), y: Math.floor(down * ACROSS) };
}

const [WEST, SOUTH, EAST, NORTH] = GROUND_BOUNDS;
const FIRST = groundTileAt(WEST, NORTH);
const LAST = groundTileAt(EAST, SOUTH);

export function isGroundTile({ x, y }: GroundTile): boolean {
  return x >= FIRST.x && x <= LAST.x && y >= FIRST.y && y <= LAST.y;
}

/** West, south, east and north of a square, degrees. */
export function groundBox({ x, y }: GroundTile): [number, number, number, number] {
  const lat = (row: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / ACROSS))) * 180) / Math.PI;
  const lon = (column: number) => (column / ACROSS) * 360 - 180;
  return [lon(x), lat(y + 1), lon(x + 1), lat(y)];
}

/** The squares that a box touches, from the north-west on; none outside of GROUND_BOUNDS. */
export function groundTilesIn([west, south, east, north]: Box): GroundTile[] {
  const [first, last] = [groundTileAt(west, north), groundTileAt(east, south)];
  const columns = between(Math.max(first.x, FIRST.x), Math.min(last.x, LAST.x));
  const rows = between(Math.max(first.y, FIRST.y), Math.min(last.y, LAST.y));
  return rows.flatMap((y) => columns.map((x) => ({ x, y })));
}

function between(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
