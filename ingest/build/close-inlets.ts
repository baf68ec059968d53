import { itemAt } from "@/domain/lists/item-at";

type Point = readonly [lon: number, lat: number];

/** Degrees of latitude: an inlet that is narrower than this on the whole, about 330 m, is drawn as a spike or a hair. */
const NARROW = 0.003;
/** Farther than this along the shore nothing is looked for: about 45 km. */
const LONGEST = 0.4;
/** Points are set so close along long straight shores that the two banks of an inlet have some beside each other. */
const STEP = 0.0008;

/**
 * A ring of land without its narrow inlets: the mouths of rivers of which a simplified coast leaves no more than a black spike. A
 * harbour with a narrow mouth stays, since it is wide within.
 * @param ring closed, degrees WGS84
 */
export function closeInlets(ring: readonly Point[]): Point[] {
  const points = densified(ring);
  const land = Math.sign(area(points));
  const kept: Point[] = [];
  for (let at = 0; at < points.length; ) {
    kept.push(itemAt(points, at));
    at = farEnd(points, at, land) ?? at + 1;
  }
  return withoutStraight(kept);
}

/** Where the inlet that begins at a point ends on its other bank; null where none begins. */
function farEnd(points: readonly Point[], from: number, land: number): number | null {
  const start = itemAt(points, from);
  let [along, doubled, found]: [number, number, number | null] = [0, 0, null];
  for (let to = from + 1; to < points.length && along < LONGEST; to++) {
    const [before, here] = [itemAt(points, to - 1), itemAt(points, to)];
    along += distance(before, here);
    doubled += cross(start, before, here);
    const across = distance(start, here);
    if (across >= NARROW || along < 3 * across + 4 * STEP) continue;
    // Water lies on the other side of the shore than land.
    const isWater = Math.sign(doubled) === -land;
    if (isWater && Math.abs(doubled) / along < NARROW) found = to;
  }
  return found;
}

function densified(ring: readonly Point[]): Point[] {
  return ring.flatMap((point, index) => {
    const next = ring[index + 1];
    if (!next) return [point];
    const parts = Math.max(1, Math.ceil(distance(point, next) / STEP));
    return Array.from({ length: parts }, (_, part): Point => {
      const share = part / parts;
      return [point[0] + (next[0] - point[0]) * share, point[1] + (next[1] - point[1]) * share];
    });
  });
}

/** Points that were only set along a straight line go again. */
function withoutStraight(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, middle] = [kept.at(-2), kept.at(-1)];
    if (before && middle && Math.abs(cross(before, middle, point)) < 1e-10) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** Degrees of latitude. */
function distance([lon, lat]: Point, [toLon, toLat]: Point): number {
  return Math.hypot((toLon - lon) * Math.cos((lat * Math.PI) / 180), toLat - lat);
}

/** Twice the area of a triangle, positive where it turns left; in square degrees of latitude. */
function cross([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  return ((x1 - x) * (y2 - y) - (x2 - x) * (y1 - y)) * Math.cos((y * Math.PI) / 180);
}

function area(points: readonly Point[]): number {
  const start = itemAt(points, 0);
  return points.reduce((sum, point, index) => sum + cross(start, points[index - 1] ?? start, point), 0);
}
