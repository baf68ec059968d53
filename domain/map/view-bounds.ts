import type { MapPosition } from "./map-address";
import type { GridBounds } from "./pin-clusters";
import { fromGrid, GRID_SIZE, toGrid } from "./world-grid";

/** Pixels of the whole world at zoom 0, as MapLibre and Mapbox count zoom. */
const TILE = 512;

/**
 * What a map of so many pixels shows, in units of the grid.
 * @param beyond how many times its width and height more on each side, so that a little panning meets marks.
 */
export function viewBounds(
  { zoom, lat, lon }: MapPosition,
  { width, height }: { width: number; height: number },
  beyond = 0,
): GridBounds {
  const centre = toGrid(lon, lat);
  const unit = GRID_SIZE / (TILE * 2 ** zoom);
  const across = width * unit * (0.5 + beyond);
  const down = height * unit * (0.5 + beyond);
  return {
    west: centre.x - across,
    east: centre.x + across,
    north: centre.y - down,
    south: centre.y + down,
  };
}

/** The smallest box around positions along the Z curve's grid: west, south, east, north in degrees. */
export function degreesOf({ west, north, east, south }: GridBounds): [number, number, number, number] {
  const [top, bottom] = [fromGrid(west, north), fromGrid(east, south)];
  return [top.lon, bottom.lat, bottom.lon, top.lat];
}
