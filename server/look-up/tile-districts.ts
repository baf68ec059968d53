import { GRID } from "@/db/reference/postcode-rows";
import { NO_COLUMN } from "@/db/reference/postcode-table";
import { postcodeTable } from "@/db/reference/postcodes";
import {
  cellMiddle,
  TILE_CELLS,
  type Tile,
  type TileDistricts,
  tileBox,
} from "@/domain/look-up/outline-tile";
import { cellCentre } from "@/domain/postcodes/cell-centre";

/** One point of an outward code. */
type Lived = { x: number; y: number; outcode: number };

/** Whose postcodes are nearest to the middle of each cell of a square. */
export function tileDistricts(tile: Tile): TileDistricts {
  const table = postcodeTable();
  const points = pointsIn(tile);
  if (points.length === 0) return { outcodes: [], runs: [] };
  const names: number[] = [];
  const runs: number[] = [];
  for (let cell = 0; cell < TILE_CELLS * TILE_CELLS; cell++) {
    const nearest = nearestTo(points, cellMiddle(tile, cell));
    if (!names.includes(nearest)) names.push(nearest);
    const name = names.indexOf(nearest);
    if (runs.at(-1) === name) runs[runs.length - 2] = (runs[runs.length - 2] ?? 0) + 1;
    else runs.push(1, name);
  }
  return { outcodes: names.map((name) => table.outcodes[name] ?? ""), runs };
}

/** Degrees of longitude are made as long as those of latitude. */
function squeeze(lat: number): number {
  return Math.cos((lat * Math.PI) / 180);
}

function nearestTo(points: readonly Lived[], { lon, lat }: { lon: number; lat: number }): number {
  const x = lon * squeeze(lat);
  let [best, least] = [0, Infinity];
  for (const point of points) {
    const away = (point.x - x) ** 2 + (point.y - lat) ** 2;
    if (away < least) [best, least] = [point.outcode, away];
  }
  return best;
}

/** The points of postcodes in a square and its margin, each once. */
function pointsIn(tile: Tile): Lived[] {
  const [west, south, east, north] = tileBox(tile);
  const { column, row, starts, outcodes } = postcodeTable();
  const [left, right] = [Math.floor((west - GRID.west) / GRID.lon), Math.ceil((east - GRID.west) / GRID.lon)];
  const [low, high] = [
    Math.floor((south - GRID.south) / GRID.lat),
    Math.ceil((north - GRID.south) / GRID.lat),
  ];
  const seen = new Set<number>();
  const points: Lived[] = [];
  for (let outcode = 0; outcode < outcodes.length; outcode++) {
    const to = starts[outcode + 1] ?? 0;
    for (let at = starts[outcode] ?? 0; at < to; at++) {
      const [x = NO_COLUMN, y = 0] = [column[at], row[at]];
      if (x === NO_COLUMN || x < left || x > right || y < low || y > high) continue;
      const key = y * NO_COLUMN + x;
      if (seen.has(key)) continue;
      seen.add(key);
      const { lon, lat } = cellCentre(GRID, x, y);
      points.push({ x: lon * squeeze(lat), y: lat, outcode });
    }
  }
  return points;
}
