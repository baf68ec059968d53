import { metresBetween, type Point } from "@/domain/places/distance";

/** As many as a reader looks through. */
export const NEAREST = 10;

/** Something with a position, and how far it is: metres along the ground. */
export type Near<One> = { one: One; metres: number };

/** The nearest to a point, the nearest first; of two as far, the one that stands first in the list. */
export function nearestServices<One extends Point>(
  all: readonly One[],
  point: Point,
  most = NEAREST,
): Near<One>[] {
  const best: Near<One>[] = [];
  for (const one of all) {
    const metres = metresBetween(point, one);
    if (best.length === most && metres >= (best[most - 1]?.metres ?? 0)) continue;
    const at = best.findIndex((other) => other.metres > metres);
    best.splice(at === -1 ? best.length : at, 0, { one, metres });
    if (best.length > most) best.pop();
  }
  return best;
}

/** Points that are looked at one by one: below that, halving them saves nothing. */
const FEW = 6;
/** Metres: what a sum of rounded distances can be off. */
const ROUNDING = 0.01;

/**
 * Those that are among the nearest of any of some points, in the order of the list. Whoever has these can find the nearest
 * to each of the points, and which point was asked about nobody learns.
 *
 * What is among the nearest of a point is, from a middle whose farthest point is `reach` away, no farther than the middle's
 * own last and twice the reach: two circles around two points, each moved by the reach at most. Points are halved until few
 * are left, and each half keeps what can matter to it.
 */
export function nearestOfAny<One extends Point>(
  all: readonly One[],
  points: readonly Point[],
  most = NEAREST,
): One[] {
  const kept = new Set<One>();
  const visit = (some: readonly One[], of: readonly Point[]): void => {
    if (of.length <= FEW) {
      for (const point of of) for (const { one } of nearestServices(some, point, most)) kept.add(one);
      return;
    }
    const middle = middleOf(of);
    const reach = Math.max(...of.map((point) => metresBetween(middle, point)));
    const last = nearestServices(some, middle, most)[most - 1]?.metres ?? Number.POSITIVE_INFINITY;
    const can = some.filter((one) => metresBetween(middle, one) <= last + 2 * reach + ROUNDING);
    for (const half of halves(of)) visit(can, half);
  };
  visit(all, points);
  return all.filter((one) => kept.has(one));
}

/** The middle of the box around points. */
export function middleOf(points: readonly Point[]): Point {
  const [west, south, east, north] = boxOf(points);
  return { lon: (west + east) / 2, lat: (south + north) / 2 };
}

/** West, south, east, north. Not by spreading them into Math.min: a district has thousands. */
export function boxOf(points: readonly Point[]): [number, number, number, number] {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const { lon, lat } of points) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

function halves(points: readonly Point[]): [Point[], Point[]] {
  const [west, south, east, north] = boxOf(points);
  const { lat } = middleOf(points);
  const isWide = (east - west) * Math.cos((lat * Math.PI) / 180) > north - south;
  const sorted = points.toSorted((a, b) => (isWide ? a.lon - b.lon : a.lat - b.lat));
  const half = sorted.length >> 1;
  return [sorted.slice(0, half), sorted.slice(half)];
}
