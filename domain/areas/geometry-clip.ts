import { itemAt } from "@/domain/lists/item-at";
import type { BoundingBox } from "./area";

/**
 * The part of a closed ring inside a box (Sutherland and Hodgman's method). Parts that the box cuts apart stay joined
 * along its edge, which a map filled to its edge does not show.
 * @returns a closed ring, or null when nothing of it is inside
 */
export function clipRing(ring: ArrayLike<number>, [west, south, east, north]: BoundingBox): number[] | null {
  let points: [number, number][] = [];
  for (let i = 0; i < ring.length - 2; i += 2) points.push([itemAt(ring, i), itemAt(ring, i + 1)]);
  points = clipAgainst(points, 0, west, 1);
  points = clipAgainst(points, 0, east, -1);
  points = clipAgainst(points, 1, south, 1);
  points = clipAgainst(points, 1, north, -1);
  const first = points[0];
  return first === undefined || points.length < 3 ? null : [...points.flat(), ...first];
}

function clipAgainst(
  points: [number, number][],
  axis: 0 | 1,
  limit: number,
  sign: 1 | -1,
): [number, number][] {
  const kept: [number, number][] = [];
  const inside = (point: [number, number]) => (point[axis] - limit) * sign >= 0;
  points.forEach((to, index) => {
    const from = points[(index + points.length - 1) % points.length] ?? to;
    if (inside(from) !== inside(to)) {
      const share = (limit - from[axis]) / (to[axis] - from[axis]);
      kept.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
    }
    if (inside(to)) kept.push(to);
  });
  return kept;
}

/** The parts of a line whose points lie in the box, each at least two points long. */
export function clipLine(line: ArrayLike<number>, [west, south, east, north]: BoundingBox): number[][] {
  const parts: number[][] = [];
  let part: number[] = [];
  for (let i = 0; i < line.length; i += 2) {
    const [x, y] = [itemAt(line, i), itemAt(line, i + 1)];
    if (x >= west && x <= east && y >= south && y <= north) {
      part.push(x, y);
    } else {
      parts.push(part);
      part = [];
    }
  }
  return [...parts, part].filter(({ length }) => length >= 4);
}
