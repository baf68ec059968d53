/** What the browser needs before it can choose a map library. All of it is public by its nature. */
export type MapConfig = {
  /** A Mapbox public token ("pk.…"), or null. */
  mapboxToken: string | null;
  /** A style URL such as `mapbox://styles/…`; null for the engine's default. */
  mapboxStyle: string | null;
  /** Address of a MapLibre style, or null. */
  styleUrl?: string | null;
  /** Address of an archive of tiles (PMTiles), or null. Without any of these the project draws its own ground. */
  tilesUrl?: string | null;
  /** What stands in the address of fine lines (line-square.ts); without it there are none. */
  linesHash?: string;
};

/** Where the server sends the archive that lies on its own disk. */
export const OWN_TILES = "/api/v1/map/tiles";
