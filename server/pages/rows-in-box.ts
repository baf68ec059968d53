import type { BoundingBox } from "@/domain/areas/area";
import type { MapRow } from "@/domain/map/map-row";
import type { MapData } from "@/server/pages/map-data";

/** Cells of a tenth of a degree with what the map has in them; made once for each publication. */
const byCell = new WeakMap<MapData, ReadonlyMap<string, readonly MapRow[]>>();
const CELL = 0.1;

/** What the map has in a box: a look at its cells alone, however many services there are. */
export function rowsInBox(data: MapData, [west, south, east, north]: BoundingBox): MapRow[] {
  const cells = byCell.get(data) ?? inCells(data);
  byCell.set(data, cells);
  const found: MapRow[] = [];
  for (let column = cellOf(west); column <= cellOf(east); column++)
    for (let line = cellOf(south); line <= cellOf(north); line++)
      for (const row of cells.get(`${column} ${line}`) ?? [])
        if (row.lon >= west && row.lon <= east && row.lat >= south && row.lat <= north) found.push(row);
  return found;
}

function inCells({ rows }: MapData): ReadonlyMap<string, readonly MapRow[]> {
  const cells = new Map<string, MapRow[]>();
  for (const row of rows) {
    const key = `${cellOf(row.lon)} ${cellOf(row.lat)}`;
    const cell = cells.get(key);
    if (cell) cell.push(row);
    else cells.set(key, [row]);
  }
  return cells;
}

function cellOf(degrees: number): number {
  return Math.floor(degrees / CELL);
}
