import { edgeAt } from "@/domain/areas/edge-at";
import { itemAt } from "@/domain/lists/item-at";
import type { Polygon, Ring } from "./geometry";
import { tidyRing } from "./geometry-tidy";

/** Two lines closer than this, in degrees (about 6 m), are the same border: the outlines are generalised to 20 m. */
const TOLERANCE = 0.00006;
const CELL = 0.002;

/**
 * Makes neighbours share their borders point for point. Where one outline has a point that the other's straight edge
 * passes within 6 m, the point is added to that edge too. Without this a dissolved file falls into thousands of
 * slivers and cannot be simplified without gaps.
 */
export function conformBorders(areas: readonly (readonly Polygon[])[]): Polygon[][] {
  const vertices = new Map<string, Map<string, [number, number]>>();
  for (const ring of areas.flat(2) as Ring[]) {
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = [itemAt(ring, i), itemAt(ring, i + 1)];
      const key = `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
      const cell = vertices.get(key) ?? new Map<string, [number, number]>();
      if (cell.size === 0) vertices.set(key, cell);
      cell.set(`${x} ${y}`, [x, y]);
    }
  }
  const near = (x1: number, y1: number, x2: number, y2: number) => verticesNear(vertices, x1, y1, x2, y2);
  return areas.map((polygons) =>
    polygons
      .map((rings) => rings.map((ring) => tidyRing(insertInto(ring, near))).filter((ring) => ring !== null))
      .filter((rings) => rings.length > 0),
  );
}

type Near = (x1: number, y1: number, x2: number, y2: number) => Iterable<[number, number]>;

function* verticesNear(
  vertices: Map<string, Map<string, [number, number]>>,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): Iterable<[number, number]> {
  const [west, east] = [Math.min(x1, x2) - TOLERANCE, Math.max(x1, x2) + TOLERANCE];
  const [south, north] = [Math.min(y1, y2) - TOLERANCE, Math.max(y1, y2) + TOLERANCE];
  for (let column = Math.floor(west / CELL); column <= Math.floor(east / CELL); column++) {
    for (let row = Math.floor(south / CELL); row <= Math.floor(north / CELL); row++) {
      yield* vertices.get(`${column} ${row}`)?.values() ?? [];
    }
  }
}

function insertInto(ring: Ring, near: Near): number[] {
  const result: number[] = [];
  for (let i = 0; i < ring.length - 2; i += 2) {
    const [x1, y1, x2, y2] = edgeAt(ring, i);
    result.push(x1, y1);
    const [dx, dy] = [x2 - x1, y2 - y1];
    const length = Math.hypot(dx, dy);
    const between: [number, number, number][] = [];
    for (const [x, y] of near(x1, y1, x2, y2)) {
      const along = ((x - x1) * dx + (y - y1) * dy) / length;
      const across = Math.abs((x - x1) * dy - (y - y1) * dx) / length;
      if (across <= TOLERANCE && along > TOLERANCE / 10 && along < length - TOLERANCE / 10)
        between.push([along, x, y]);
    }
    between.sort((a, b) => a[0] - b[0]);
    for (const [, x, y] of between) result.push(x, y);
  }
  result.push(itemAt(ring, 0), itemAt(ring, 1));
  return result;
}
