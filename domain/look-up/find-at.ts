import { type Load, loadChecked } from "./load-checked";
import { constituenciesAt, FARTHEST, isOutlineTile, tileAt, tilePath } from "./outline-tile";
import { choicePath, MOST_CHOICES } from "./problem";

/** A position as a device gives it: degrees WGS84, and how many metres it may be off. */
export type DevicePosition = { lon: number; lat: number; accuracy: number };

/** Why a position has no answer. Each has a sentence in the catalogue `look-up.location`. */
export type LocationTrouble = "refused" | "unavailable" | "timeout" | "rough" | "outside" | "no-list";

export type LocationAnswer = { path: string } | { trouble: LocationTrouble };

/** The outlines are generalised to 20 m and sent to the metre. */
const OUTLINE_METRES = 25;

/**
 * Finds the constituency of a position with nothing but the outlines of its square: whoever is asked for those learns
 * the square of about 6 km by 11 km. Near a boundary, by how exact the position is, it leads to a choice.
 */
export async function findAt({ lon, lat, accuracy }: DevicePosition, load: Load): Promise<LocationAnswer> {
  const tile = tileAt(lon, lat);
  if (tile === null) return { trouble: "outside" };
  if (accuracy > FARTHEST) return { trouble: "rough" };
  const outlines = await loadChecked(load, tilePath(tile), isOutlineTile);
  if (outlines === null) return { trouble: "no-list" };
  const slugs = constituenciesAt(outlines, tile, { lon, lat, metres: accuracy + OUTLINE_METRES });
  const [only] = slugs;
  if (only === undefined) return { trouble: "outside" };
  if (slugs.length === 1) return { path: `/areas/constituency/${only}` };
  // None is left out of the choice silently: where there are too many, the position says too little.
  if (slugs.length > MOST_CHOICES.location) return { trouble: "rough" };
  return { path: choicePath(slugs, "location") };
}
