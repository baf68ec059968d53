import type { MapConfig } from "@/domain/map/map-config";
import { settings } from "@/env";

/**
 * The map's settings as they are while the server runs, not as they were when it was built, so that one
 * built image can be configured with MAPBOX_TOKEN and MAPBOX_STYLE. A style without a token means nothing.
 */
export function loadMapConfig(): MapConfig {
  const { MAPBOX_TOKEN, MAPBOX_STYLE } = settings();
  return { mapboxToken: MAPBOX_TOKEN ?? null, mapboxStyle: MAPBOX_TOKEN ? MAPBOX_STYLE : null };
}
