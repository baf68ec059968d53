import type { MapPosition } from "./map-address";

/** Pixels of the whole world at zoom 0. */
const TILE = 512;
/** Pixels of the smallest map that the box must fit into, with room beside it. */
const ROOM = { width: 280, height: 260 };
const ZOOM = { least: 4.5, most: 12.5 };

/** Where a map stands that shows a box: west, south, east, north in degrees WGS84. */
export function boxView([west, south, east, north]: readonly [number, number, number, number]): MapPosition {
  const lat = (south + north) / 2;
  const across = ((east - west) / 360) * TILE;
  const down = ((north - south) / 360 / Math.cos((lat * Math.PI) / 180)) * TILE;
  const zoom = Math.min(Math.log2(ROOM.width / across), Math.log2(ROOM.height / down));
  return {
    zoom: Math.round(Math.min(ZOOM.most, Math.max(ZOOM.least, zoom)) * 100) / 100,
    lat,
    lon: (west + east) / 2,
  };
}
