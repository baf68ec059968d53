import type { GroundTile } from "./ground-tile";
import type { MapOutlines } from "./map-address";

/**
 * From this zoom on the map draws its lines and coasts as finely as the outlines have them: in the squares of the ground, so that asking
 * for one tells no more of where somebody is (ground-tile.ts).
 */
export const FINE_ZOOM = 10;

/** Whole numbers of this many to a degree: two metres, less than a pixel of the closest view. */
export const LINE_STEPS = 50_000;

/** What a square has: land as shapes, and lines, of which `coast` has what is land's own edge and not the square's. */
export type SquareLayer = "land" | "coast" | "nation" | MapOutlines;

/** @param hash of all squares, as the map's settings say it */
export function linesPath(hash: string, { x, y }: GroundTile): string {
  return `/lines/${hash}/${x}-${y}.json`;
}

/**
 * The whole outline of one constituency, council or health body.
 * @param hash of all squares
 */
export function wholeOutlinePath(hash: string, code: string): string {
  return `/lines/${hash}/${code}.json`;
}
