import type { BoundingBox } from "@/domain/areas/area";
import type { MapPosition } from "./map-address";
import { GRID_SIZE, toGrid } from "./world-grid";

/** Pixels of the whole world at zoom 0, as MapLibre and Mapbox count zoom. */
const TILE = 512;
/** Closest and farthest that the map goes. */
const ZOOMS = { least: 4, most: 12 };

/**
 * Where a map of so many pixels must look to show all of a box, a little air around it included.
 * @param box west, south, east, north, degrees
 */
export function fitView(
  [west, south, east, north]: BoundingBox,
  { width, height }: { width: number; height: number },
): MapPosition {
  const [top, bottom] = [toGrid(west, north), toGrid(east, south)];
  const across = (bottom.x - top.x) / GRID_SIZE / (width / TILE);
  const down = (bottom.y - top.y) / GRID_SIZE / (height / TILE);
  const zoom = Math.log2(1 / Math.max(across, down)) - 0.2;
  const rounded = Math.floor(Math.min(Math.max(zoom, ZOOMS.least), ZOOMS.most) * 10) / 10;
  const round = (degrees: number) => Math.round(degrees * 1_000) / 1_000;
  return { zoom: rounded, lat: round((south + north) / 2), lon: round((west + east) / 2) };
}
