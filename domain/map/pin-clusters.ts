import type { PinTable } from "./pin-file";
import { fromGrid, fromKey, GRID_BITS, GRID_SIZE, toKey } from "./world-grid";

/** Which rows are shown: 1 or 0 for each. */
export type PinMask = Uint8Array;

/** Sums up to each row of those that are shown, so that any run of rows is counted and placed by two subtractions. */
export type ShownPins = {
  table: PinTable;
  mask: PinMask;
  count: Uint32Array;
  x: Float64Array;
  y: Float64Array;
};

/** A mark on the map: pins `from` up to, but not including, `to`, of which `count` are shown. Degrees WGS84. */
export type PinCluster = {
  from: number;
  to: number;
  count: number;
  lon: number;
  lat: number;
  /** All of them are at one point: a pin with a list, which no zoom takes apart. */
  isSpot: boolean;
};

/** Units of the grid, both ends included. */
export type GridBounds = { west: number; north: number; east: number; south: number };

/** A tile of 512 px has eight cells to a side: a mark for every 64 px. */
const CELLS_TO_A_TILE = 3;
/** From here on every point has its own mark. */
export const ALONE_FROM_ZOOM = 13;

/** Once for every choice of filters: one pass over the pins. */
export function showPins(table: PinTable, mask: PinMask): ShownPins {
  const { length, keys } = table;
  const [count, x, y] = [
    new Uint32Array(length + 1),
    new Float64Array(length + 1),
    new Float64Array(length + 1),
  ];
  for (let row = 0; row < length; row++) {
    const shown = mask[row] === 1 ? 1 : 0;
    const at = fromKey(keys[row] ?? 0);
    count[row + 1] = (count[row] ?? 0) + shown;
    x[row + 1] = (x[row] ?? 0) + shown * at.x;
    y[row + 1] = (y[row] ?? 0) + shown * at.y;
  }
  return { table, mask, count, x, y };
}

/**
 * The marks within bounds at a zoom of the map. Cells are tiles of the web map, and the pins of a tile stand together in
 * the table: nothing is searched but the two ends of each cell. Every shown pin of a cell that the bounds touch is in
 * exactly one mark.
 */
export function clustersIn(shown: ShownPins, bounds: GridBounds, zoom: number): PinCluster[] {
  const level = Math.min(GRID_BITS, Math.max(0, Math.floor(zoom) + CELLS_TO_A_TILE));
  const marks: PinCluster[] = [];
  const isAlone = zoom >= ALONE_FROM_ZOOM;
  visit(0, 0, 0, 0, shown.table.length);
  return marks;

  /** A tile of `depth` with its rows: left out, taken as one mark, or divided into four. */
  function visit(depth: number, column: number, line: number, from: number, to: number): void {
    const count = (shown.count[to] ?? 0) - (shown.count[from] ?? 0);
    const size = GRID_SIZE / 2 ** depth;
    const [west, north] = [column * size, line * size];
    const isOutside =
      west > bounds.east ||
      west + size <= bounds.west ||
      north > bounds.south ||
      north + size <= bounds.north;
    if (count === 0 || isOutside) return;
    const isSpot = shown.table.keys[from] === shown.table.keys[to - 1];
    if (isSpot && !isWithin(fromKey(shown.table.keys[from] ?? 0), bounds)) return;
    if (isSpot || (depth >= level && !isAlone)) {
      marks.push(mark(shown, from, to, count, isSpot));
      return;
    }
    const corner = (right: number, down: number) =>
      toKey(west + (right * size) / 2, north + (down * size) / 2);
    const ends = [corner(1, 0), corner(0, 1), corner(1, 1)].map((key) =>
      firstFrom(shown.table.keys, key, from, to),
    );
    const [second = to, third = to, fourth = to] = ends;
    visit(depth + 1, column * 2, line * 2, from, second);
    visit(depth + 1, column * 2 + 1, line * 2, second, third);
    visit(depth + 1, column * 2, line * 2 + 1, third, fourth);
    visit(depth + 1, column * 2 + 1, line * 2 + 1, fourth, to);
  }
}

/** The rows of the shown pins within bounds, in the order of the table. */
export function rowsIn(shown: ShownPins, bounds: GridBounds): number[] {
  const rows: number[] = [];
  // Down to single points, so that a mark's rows are all inside or all outside.
  for (const { from, to } of clustersIn(shown, bounds, ALONE_FROM_ZOOM))
    for (let row = from; row < to; row++) if (shown.mask[row] === 1) rows.push(row);
  return rows;
}

function isWithin({ x, y }: { x: number; y: number }, { west, east, north, south }: GridBounds): boolean {
  return x >= west && x <= east && y >= north && y <= south;
}

function mark(shown: ShownPins, from: number, to: number, count: number, isSpot: boolean): PinCluster {
  const mean = (sums: Float64Array) => ((sums[to] ?? 0) - (sums[from] ?? 0)) / count;
  const { lon, lat } = fromGrid(mean(shown.x), mean(shown.y));
  return { from, to, count, lon, lat, isSpot };
}

/** The first row from `from` on whose key is at least `key`; `to` where none is. */
function firstFrom(keys: Float64Array, key: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
