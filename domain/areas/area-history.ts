import type { AreaRecord } from "@/domain/areas/area";

/** How the share of an old area was measured: by people, by land, or by unit postcodes. */
export const SUCCESSION_BASES = ["population", "area", "postcodes"] as const;
export type SuccessionBasis = (typeof SUCCESSION_BASES)[number];

/** `share` (0 to 1) of the old area, by the measure named, that is in the new one today. */
export type Succession = { from: string; to: string; share: number; basis: SuccessionBasis };

/** Areas of one kind that exist no more, and where they went. `from` and `to` are codes. */
export type AreaHistory = { areas: AreaRecord[]; successions: Succession[] };

/** From here up a share is all of it: publishers round to two decimals, and outlines are drawn to 20 m. */
const NEARLY_ALL = 0.995;

/** The one area that has all of an ended one, or undefined where it was divided. */
export function soleSuccessor<T extends { share: number | null }>(successors: readonly T[]): T | undefined {
  return successors.find(({ share }) => share !== null && share >= NEARLY_ALL);
}
