import { itemAt } from "@/domain/lists/item-at";

/**
 * A closed ring without repeated points and without spikes (there and straight back), which dissolving one outline
 * out of others leaves behind by the thousand. Neither encloses anything, so no point changes sides.
 * @returns the ring as a flat list, closed, or null when nothing is left of it
 */
export function tidyRing(ring: ArrayLike<number>): number[] | null {
  const points: number[] = [];
  const last = ring.length - 2;
  for (let i = 0; i < last; i += 2) pushPoint(points, itemAt(ring, i), itemAt(ring, i + 1));
  const trimmed = trimSeam(points);
  if (trimmed.length < 6) return null;
  trimmed.push(itemAt(trimmed, 0), itemAt(trimmed, 1));
  return trimmed;
}

function pushPoint(points: number[], x: number, y: number): void {
  const n = points.length;
  if (n >= 2 && points[n - 2] === x && points[n - 1] === y) return;
  if (n >= 4 && points[n - 4] === x && points[n - 3] === y) {
    points.length = n - 2;
    return;
  }
  points.push(x, y);
}

/** The same two rules across the place where the ring closes. */
function trimSeam(points: number[]): number[] {
  let [from, to] = [0, points.length];
  const same = (a: number, b: number) => points[a] === points[b] && points[a + 1] === points[b + 1];
  while (to - from >= 6) {
    if (same(from, to - 2)) to -= 2;
    else if (same(from, to - 4)) to -= 2;
    else if (same(from + 2, to - 2)) from += 2;
    else break;
  }
  return points.slice(from, to);
}
