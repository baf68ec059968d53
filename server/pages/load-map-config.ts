import { lineSquares } from "@/db/reference/lines";
import { type MapConfig, OWN_TILES } from "@/domain/map/map-config";
import { settings } from "@/env";

/**
 * The map's settings as they are while the server runs, not as they were when it was built, so that one
 * built image can be configured. A style of Mapbox without a token means nothing.
 */
export function loadMapConfig(): MapConfig {
  const { MAPBOX_TOKEN, MAPBOX_STYLE, MAP_STYLE_URL, MAP_TILES } = settings();
  return {
    mapboxToken: MAPBOX_TOKEN ?? null,
    mapboxStyle: MAPBOX_TOKEN ? MAPBOX_STYLE : null,
    styleUrl: MAP_STYLE_URL ?? null,
    tilesUrl: MAP_TILES === undefined || isAddress(MAP_TILES) ? (MAP_TILES ?? null) : OWN_TILES,
    linesHash: lineSquares().hash,
  };
}

/** Whether an archive of tiles is somewhere else, and not a file of this machine. */
export function isAddress(tiles: string): boolean {
  return /^https?:\/\//.test(tiles);
}

/** The origins that a page's map may ask beside our own, by what is set. */
export function mapOrigins(): string[] {
  const { MAP_STYLE_URL, MAP_TILES, MAP_HOSTS } = settings();
  const addresses = [MAP_STYLE_URL, MAP_TILES].filter((one) => one !== undefined && isAddress(one));
  const extra = MAP_STYLE_URL === undefined ? [] : (MAP_HOSTS?.split(/[\s,]+/) ?? []);
  return [...new Set([...addresses, ...extra].map((one) => new URL(one ?? "").origin))];
}
