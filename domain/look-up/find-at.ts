import type { FoundUnit } from "./found-unit";
import { type Load, loadChecked } from "./load-checked";
import { nearestEntry } from "./nearest-entry";
import { constituenciesAt, districtAt, FARTHEST, isOutlineTile, tileAt, tilePath } from "./outline-tile";
import { loadDistrict, unitOf } from "./postcodes-in-shards";
import { choicePath, MOST_CHOICES } from "./problem";

/** A position as a device gives it: degrees WGS84, and how many metres it may be off. */
export type DevicePosition = { lon: number; lat: number; accuracy: number };

/** Why a position has no answer. Each has a sentence in the catalogue `look-up.location`. */
export type LocationTrouble = "refused" | "unavailable" | "timeout" | "rough" | "outside" | "no-list";

/** What is near is shown as for a postcode (nearPath); where no postcode can stand for the position, its constituency. */
export type LocationAnswer = { unit: FoundUnit } | { path: string } | { trouble: LocationTrouble };

/** The outlines are generalised to 20 m and sent to the metre. */
const OUTLINE_METRES = 25;

/**
 * Finds where a position is with nothing but the file of its square and that of a district: whoever is asked for those learns the
 * square of about 6 km by 11 km and the outward code. What is near is measured from the nearest postcode in the same
 * constituency: the page of its district has what is near each of its postcodes, and no finer position is kept.
 */
export async function findAt({ lon, lat, accuracy }: DevicePosition, load: Load): Promise<LocationAnswer> {
  const tile = tileAt(lon, lat);
  if (tile === null) return { trouble: "outside" };
  if (accuracy > FARTHEST) return { trouble: "rough" };
  const square = await loadChecked(load, tilePath(tile), isOutlineTile);
  if (square === null) return { trouble: "no-list" };
  const slugs = constituenciesAt(square, tile, { lon, lat, metres: accuracy + OUTLINE_METRES });
  const [own, other, ...more] = slugs;
  if (own === undefined) return { trouble: "outside" };
  // None is left out of the choice silently: where there are too many, the position says too little.
  if (slugs.length > MOST_CHOICES.location) return { trouble: "rough" };
  const outcode = more.length === 0 ? districtAt(square.districts, tile, { lon, lat }) : null;
  const unit = outcode === null ? null : await unitNear(load, outcode, { lon, lat }, own, other);
  if (unit !== null) return { unit };
  return { path: slugs.length === 1 ? `/areas/constituency/${own}` : choicePath(slugs, "location") };
}

/** The postcode that stands for a position; null where the district has none in its constituency, or does not know the other. */
async function unitNear(
  load: Load,
  outcode: string,
  point: { lon: number; lat: number },
  own: string,
  other: string | undefined,
): Promise<FoundUnit | null> {
  const shard = await loadDistrict(load, outcode).catch(() => null);
  const entry = shard && nearestEntry(shard, point, own);
  const found = entry && unitOf(outcode, entry);
  const near = shard?.areas.constituency.find(({ slug }) => slug === other) ?? null;
  if (!found || (other !== undefined && near === null)) return null;
  return { ...found, near, isNearDevice: true };
}
