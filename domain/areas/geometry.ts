import { METRES_PER_DEGREE } from "@/domain/areas/degrees";
import { itemAt } from "@/domain/lists/item-at";
import type { BoundingBox } from "./area";

/** A closed ring as a flat list [x0, y0, x1, y1, …]; the last point repeats the first. */
export type Ring = ArrayLike<number>;
/** The outer ring, then any holes. */
export type Polygon = readonly Ring[];

/** Whether a point lies in a ring, by counting crossings to its right (even-odd rule). */
export function ringContains(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  const last = ring.length - 2;
  for (let i = 0; i < last; i += 2) {
    const y1 = itemAt(ring, i + 1);
    const y2 = itemAt(ring, i + 3);
    if (y1 > y === y2 > y) continue;
    const x1 = itemAt(ring, i);
    const x2 = itemAt(ring, i + 2);
    if (x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** Whether a point lies in a polygon and in none of its holes. */
export function polygonContains(polygon: Polygon, x: number, y: number): boolean {
  let inside = false;
  for (const ring of polygon) if (ringContains(ring, x, y)) inside = !inside;
  return inside;
}

/** Twice the signed area of a ring in its own units squared; positive when it runs anticlockwise. */
export function doubleArea(ring: Ring): number {
  let sum = 0;
  for (let i = 0; i < ring.length - 2; i += 2) {
    sum += itemAt(ring, i) * itemAt(ring, i + 3) - itemAt(ring, i + 2) * itemAt(ring, i + 1);
  }
  return sum;
}

/** The smallest box round the outer rings: [west, south, east, north]. */
export function boundingBox(polygons: readonly Polygon[]): BoundingBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer] of polygons) {
    for (let i = 0; outer && i < outer.length; i += 2) {
      const x = itemAt(outer, i);
      const y = itemAt(outer, i + 1);
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
  return [west, south, east, north];
}

/**
 * Metres from a point to a segment, all in degrees. A flat approximation at the point's latitude: under 0.1 % off
 * within a few kilometres in the British Isles, which is all it is used for.
 */
export function metresToSegment(
  lon: number,
  lat: number,
  lon1: number,
  lat1: number,
  lon2: number,
  lat2: number,
): number {
  const scale = Math.cos((lat * Math.PI) / 180);
  const [ax, ay] = [(lon1 - lon) * scale, lat1 - lat];
  const [dx, dy] = [(lon2 - lon1) * scale, lat2 - lat1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy) * METRES_PER_DEGREE;
}
