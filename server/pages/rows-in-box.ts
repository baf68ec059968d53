import type { BoundingBox } from "@/domain/areas/area";
import type { MapRow } from "@/domain/map/map-row";
import { indexOfRows } from "@/server/pages/index-of-rows";
import type { MapData } from "@/server/pages/map-data";

/** Cells of a tenth of a degree. */
const CELL = 0.1;
const rowsInCell = indexOfRows(({ lon, lat }) => [`${cellOf(lon)} ${cellOf(lat)}`]);

/** What the map has in a box: a look at its cells alone, however many services there are. */
export function rowsInBox(data: MapData, [west, south, east, north]: BoundingBox): MapRow[] {
  const found: MapRow[] = [];
  for (let column = cellOf(west); column <= cellOf(east); column++)
    for (let line = cellOf(south); line <= cellOf(north); line++)
      for (const row of rowsInCell(data, `${column} ${line}`))
        if (row.lon >= west && row.lon <= east && row.lat >= south && row.lat <= north) found.push(row);
  return found;
}

function cellOf(degrees: number): number {
  return Math.floor(degrees / CELL);
}
