import type { Pixel } from "../map-handle";

/** What a card covers of a map: so many pixels at its left (a card) or at its foot (a sheet). */
export type Covered = { left: number; bottom: number };

/** The three heights of the sheet, from the lowest. */
export const STOPS = ["peek", "half", "full"] as const;
export type Stop = (typeof STOPS)[number];

/** Pixels around a pin that belong to it: half of the ring that marks the chosen one. */
const PIN = 26;
/** What the highest sheet leaves of the map, and what the lowest shows of itself, in rem. live-map.css says the same. */
const FREE = 7;
const PEEK = 8;

/** The height of the sheet at each stop, in pixels, over a map so high. Never higher than leaves the pin its room. */
export function stopHeights(height: number, rem: number): Record<Stop, number> {
  const full = Math.max(height / 2, height - FREE * rem);
  return { peek: Math.min(PEEK * rem, height / 2), half: height / 2, full };
}

/** The stop that a sheet goes to when it is let go at a height; below half of the lowest one it is closed (null). */
export function stopAt(letGo: number, heights: Record<Stop, number>): Stop | null {
  if (letGo < heights.peek / 2) return null;
  const away = (stop: Stop) => Math.abs(heights[stop] - letGo);
  return STOPS.reduce((best, stop) => (away(stop) < away(best) ? stop : best));
}

/** Whether a pin stands free of the card and whole within the map. */
export function isClear({ x, y }: Pixel, size: { width: number; height: number }, covered: Covered): boolean {
  return (
    x >= covered.left + PIN && x <= size.width - PIN && y >= PIN && y <= size.height - covered.bottom - PIN
  );
}

/** How far from the middle of the map a pin is put, so that it stands in the middle of what is free. */
export function offsetOf({ left, bottom }: Covered): [number, number] {
  return [left / 2, -bottom / 2];
}
