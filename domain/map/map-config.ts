/** What the browser needs before it can choose a map library. Both values are public by their nature. */
export type MapConfig = {
  /** A Mapbox public token ("pk.…"), or null to draw the project's own base map. */
  mapboxToken: string | null;
  /** A style URL such as `mapbox://styles/…`; null for the engine's default. */
  mapboxStyle: string | null;
};
