import type * as maplibre from "maplibre-gl";
import type { MapHandle } from "./map-handle";
import type { Palette } from "./palette";

/** What lies under our marks. */
export type Ground = {
  style: maplibre.StyleSpecification;
  /** Colours of our marks on it. */
  palette: Palette;
  /** A font that this ground has letters of. */
  font: string[];
  /** Whether the map itself shows who made it, beside the line below the map. */
  credits: boolean;
  /** Once it is there. */
  drawn?: (map: MapHandle) => void;
};
