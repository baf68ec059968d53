import type { Ring } from "@/domain/areas/geometry";
import type { Outline } from "./outline-file";

/** Cells of this many degrees list the edges that touch them. */
const CELL = 0.02;
const METRES_PER_DEGREE = 111_320;

/** Every edge of a set of outlines by where it is, for distances. Built once, on the first question. */
export class SegmentGrid {
  readonly #rings: { code: string; ring: Ring }[] = [];
  /** For each cell: ring number and offset of an edge, alternating. */
  readonly #cells = new Map<number, number[]>();

  constructor(outlines: readonly Outline[]) {
    for (const { code, polygons } of outlines) {
      for (const ring of polygons.flat()) {
        const number = this.#rings.push({ code, ring }) - 1;
        for (let i = 0; i < ring.length - 2; i += 2) this.#add(number, ring, i);
      }
    }
  }

  #add(number: number, ring: Ring, i: number): void {
    const [x1, y1, x2, y2] = edge(ring, i);
    for (let column = cellOf(Math.min(x1, x2)); column <= cellOf(Math.max(x1, x2)); column++) {
      for (let row = cellOf(Math.min(y1, y2)); row <= cellOf(Math.max(y1, y2)); row++) {
        const key = cellKey(column, row);
        const list = this.#cells.get(key);
        if (list) list.push(number, i);
        else this.#cells.set(key, [number, i]);
      }
    }
  }

  /** Calls back with every edge in the cells within some metres of a point; some are farther than that. */
  forEachNear(
    lon: number,
    lat: number,
    metres: number,
    visit: (code: string, x1: number, y1: number, x2: number, y2: number) => void,
  ): void {
    const up = metres / METRES_PER_DEGREE;
    const across = up / Math.cos((lat * Math.PI) / 180);
    for (let column = cellOf(lon - across); column <= cellOf(lon + across); column++) {
      for (let row = cellOf(lat - up); row <= cellOf(lat + up); row++) {
        const list = this.#cells.get(cellKey(column, row)) ?? [];
        for (let i = 0; i < list.length; i += 2) {
          const owner = this.#rings[list[i] as number];
          if (owner) visit(owner.code, ...edge(owner.ring, list[i + 1] as number));
        }
      }
    }
  }
}

function edge(ring: Ring, i: number): [number, number, number, number] {
  return [ring[i] as number, ring[i + 1] as number, ring[i + 2] as number, ring[i + 3] as number];
}

function cellOf(degrees: number): number {
  return Math.floor(degrees / CELL);
}

function cellKey(column: number, row: number): number {
  return row * 32_768 + column;
}
