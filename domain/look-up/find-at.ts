import type { Load } from "./find-in-shards";
import { constituenciesAt, FARTHEST, isOutlineTile, tileAt, tilePath } from "./outline-tile";
import { choicePath, MOST_CHOICES } from "./problem";

/** A position as a device gives it: degrees WGS84, and how many metres it may be off. */
export type Position = { lon: number; lat: number; accuracy: number };

/** Why a position has no answer. Each has a sentence in the catalogue `look-up.location`. */
export type LocationTrouble = "refused" | "unavailable" | "timeout" | "rough" | "outside" | "no-list";

export type LocationAnswer = { path: string } | { trouble: LocationTrouble };

/** The outlines are generalised to 20 m and sent to the metre. */
const OUTLINE_METRES = 25;

/**
 * Finds the constituency of a position with nothing but the outlines of its square: whoever is asked for those learns
 * the square of about 6 km by 11 km. Near a boundary, by how exact the position is, it leads to a choice.
 */
export async function findAt({ lon, lat, accuracy }: Position, load: Load): Promise<LocationAnswer> {
  const tile = tileAt(lon, lat);
  if (tile === null) return { trouble: "outside" };
  if (accuracy > FARTHEST) return { trouble: "rough" };
  let outlines: unknown;
  try {
    outlines = await load(tilePath(tile), false);
    if (!isOutlineTile(outlines)) outlines = await load(tilePath(tile), true);
  } catch {
    return { trouble: "no-list" };
  }
  if (!isOutlineTile(outlines)) return { trouble: "no-list" };
  const slugs = constituenciesAt(outlines, tile, { lon, lat, metres: accuracy + OUTLINE_METRES });
  const [only] = slugs;
  if (only === undefined) return { trouble: "outside" };
  if (slugs.length === 1) return { path: `/areas/constituency/${only}` };
  return { path: choicePath(slugs.slice(0, MOST_CHOICES), "location") };
}
