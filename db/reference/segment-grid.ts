import { METRES_PER_DEGREE } from "@/domain/areas/degrees";
import type { Ring } from "@/domain/areas/geometry";
import type { Outline } from "./outline-file";

/** Cells of this many degrees list the edges that touch them. */
const CELL = 0.02;

/**
 * Every edge of a set of outlines by where it is, for distances. Built once, on the first question. Cells lie one after another
 * in one typed array: a list for each of 90,000 cells took 38 MB of the heap, this takes a quarter and none of it in the heap.
 */
export class SegmentGrid {
  readonly #rings: { code: string; ring: Ring }[];
  /** The number of a cell, counted in the order in which they were met. */
  readonly #cells = new Map<number, number>();
  /** Where each cell begins in #edges. */
  readonly #starts: Int32Array;
  /** Ring number and offset of an edge, alternating. */
  readonly #edges: Int32Array;

  constructor(outlines: readonly Outline[]) {
    this.#rings = outlines.flatMap(({ code, polygons }) => polygons.flat().map((ring) => ({ code, ring })));
    const counts: number[] = [];
    this.#eachTouch((key) => {
      const cell = this.#cells.get(key) ?? this.#cells.size;
      this.#cells.set(key, cell);
      counts[cell] = (counts[cell] ?? 0) + 2;
    });
    this.#starts = new Int32Array(counts.length + 1);
    for (const [cell, count] of counts.entries()) this.#starts[cell + 1] = (this.#starts[cell] ?? 0) + count;
    this.#edges = new Int32Array(this.#starts[counts.length] ?? 0);
    const next = this.#starts.slice();
    this.#eachTouch((key, ring, offset) => {
      const cell = this.#cells.get(key) ?? 0;
      this.#edges.set([ring, offset], next[cell]);
      next[cell] = (next[cell] ?? 0) + 2;
    });
  }

  /** Calls back with every cell that the box of an edge touches. */
  #eachTouch(visit: (key: number, ring: number, offset: number) => void): void {
    for (const [number, { ring }] of this.#rings.entries()) {
      for (let i = 0; i < ring.length - 2; i += 2) {
        const [x1, y1, x2, y2] = edge(ring, i);
        for (let column = cellOf(Math.min(x1, x2)); column <= cellOf(Math.max(x1, x2)); column++) {
          for (let row = cellOf(Math.min(y1, y2)); row <= cellOf(Math.max(y1, y2)); row++)
            visit(cellKey(column, row), number, i);
        }
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
        const cell = this.#cells.get(cellKey(column, row));
        if (cell === undefined) continue;
        for (let i = this.#starts[cell] ?? 0; i < (this.#starts[cell + 1] ?? 0); i += 2) {
          const owner = this.#rings[this.#edges[i] ?? 0];
          if (owner) visit(owner.code, ...edge(owner.ring, this.#edges[i + 1] ?? 0));
        }
      }
    }
  }
}

function edge(ring: Ring, i: number): [number, number, number, number] {
  return [ring[i] ?? 0, ring[i + 1] ?? 0, ring[i + 2] ?? 0, ring[i + 3] ?? 0];
}

function cellOf(degrees: number): number {
  return Math.floor(degrees / CELL);
}

function cellKey(column: number, row: number): number {
  return row * 32_768 + column;
}
