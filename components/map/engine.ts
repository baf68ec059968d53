import type { MapConfig } from "@/domain/map/map-config";
import type { MapEngine } from "./map-handle";

/**
 * Picks the map library: Mapbox when the deployer has set a token, else the project's own map on MapLibre.
 * Each is a chunk of its own, so a reader downloads one of them and only when a map is in view.
 * @throws when the chunk cannot be loaded.
 */
export async function loadEngine(config: MapConfig): Promise<MapEngine> {
  if (config.mapboxToken) {
    const { createMapboxEngine } = await import("./engine-mapbox");
    return createMapboxEngine(config.mapboxToken, config.mapboxStyle);
  }
  const { createMapLibreEngine } = await import("./engine-maplibre");
  return createMapLibreEngine();
}
