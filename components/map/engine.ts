import type { MapConfig } from "@/domain/map/map-config";
import type { MapEngine } from "./map-handle";
import type { Scheme } from "./palette";

/**
 * Picks the map library and the ground: Mapbox when the deployer has set a token, else MapLibre on the style or the archive of tiles
 * that was set, or on the project's own ground.
 * Each is a chunk of its own, so a reader downloads one of them and only when a map is in view.
 * @throws when the chunk cannot be loaded.
 */
export async function loadEngine(config: MapConfig): Promise<MapEngine> {
  // Known to be false where the server's code is bundled, so that neither library is packed for it.
  if (typeof window !== "undefined") {
    if (config.mapboxToken) {
      nameGround("other");
      const { createMapboxEngine } = await import("./engine-mapbox");
      return createMapboxEngine(config.mapboxToken, config);
    }
    nameGround(config.styleUrl || config.tilesUrl ? "other" : "own");
    const { createMapLibreEngine } = await import("./engine-maplibre");
    return createMapLibreEngine(config, schemeNow());
  }
  throw new Error("A map is drawn by a browser.");
}

/** What the device asks for: the map by night is drawn as one, not as a light sheet in a dark page. */
function schemeNow(): Scheme {
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** The line below the map credits our own ground only where that is what is drawn; others carry their credit in the map. */
function nameGround(ground: "own" | "other"): void {
  document.documentElement.dataset.mapGround = ground;
}
