import type { BoundingBox } from "./area";
import { boundingBox, type Polygon } from "./geometry";

/** Edges to a band of latitude, on average. */
const EDGES_PER_BAND = 8;

/**
 * A polygon sorted into bands of latitude, so that asking whether a point is inside looks at a handful of edges
 * rather than all of them: the Highlands have 20,000.
 */
export class BandedPolygon {
  readonly box: BoundingBox;
  readonly #coordinates: Float64Array;
  readonly #bandCount: number;
  /** Where each band's edges begin in #edges. */
  readonly #starts: Int32Array;
  /** Offsets into #coordinates of an edge's first point. */
  readonly #edges: Int32Array;

  constructor(polygon: Polygon) {
    this.box = boundingBox([polygon]);
    const { coordinates, edges } = flatten(polygon);
    this.#coordinates = coordinates;
    this.#bandCount = Math.max(1, Math.ceil(edges.length / EDGES_PER_BAND));
    this.#starts = new Int32Array(this.#bandCount + 1);
    for (const edge of edges) this.#eachBand(edge, (band) => this.#add(this.#starts, band + 1));
    for (let band = 0; band < this.#bandCount; band++) {
      this.#starts[band + 1] = (this.#starts[band + 1] ?? 0) + (this.#starts[band] ?? 0);
    }
    this.#edges = new Int32Array(this.#starts[this.#bandCount] ?? 0);
    const next = this.#starts.slice();
    for (const edge of edges) {
      this.#eachBand(edge, (band) => {
        this.#edges[this.#add(next, band) - 1] = edge;
      });
    }
  }

  #add(counts: Int32Array, index: number): number {
    counts[index] = (counts[index] ?? 0) + 1;
    return counts[index] ?? 0;
  }

  #bandOf(y: number): number {
    const [, south, , north] = this.box;
    const band = Math.floor(((y - south) / (north - south || 1)) * this.#bandCount);
    return Math.min(this.#bandCount - 1, Math.max(0, band));
  }

  #eachBand(edge: number, visit: (band: number) => void): void {
    const [y1, y2] = [this.#coordinates[edge + 1] ?? 0, this.#coordinates[edge + 3] ?? 0];
    const last = this.#bandOf(Math.max(y1, y2));
    for (let band = this.#bandOf(Math.min(y1, y2)); band <= last; band++) visit(band);
  }

  /** Whether a point, in the polygon's own degrees, is inside it and in none of its holes (even-odd rule). */
  contains(x: number, y: number): boolean {
    const [west, south, east, north] = this.box;
    if (x < west || x > east || y < south || y > north) return false;
    const band = this.#bandOf(y);
    const at = this.#coordinates;
    let inside = false;
    for (let i = this.#starts[band] ?? 0; i < (this.#starts[band + 1] ?? 0); i++) {
      const edge = this.#edges[i] ?? 0;
      const [y1, y2] = [at[edge + 1] ?? 0, at[edge + 3] ?? 0];
      if (y1 > y === y2 > y) continue;
      const [x1, x2] = [at[edge] ?? 0, at[edge + 2] ?? 0];
      if (x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
    return inside;
  }
}

function flatten(polygon: Polygon): { coordinates: Float64Array; edges: number[] } {
  const [only] = polygon;
  // Most polygons have no hole, and a ring of numbers need not be there twice.
  const isReady = polygon.length === 1 && only instanceof Float64Array;
  const coordinates = isReady ? only : new Float64Array(polygon.reduce((sum, ring) => sum + ring.length, 0));
  const edges: number[] = [];
  let offset = 0;
  for (const ring of polygon) {
    if (!isReady) coordinates.set(ring, offset);
    for (let i = 0; i < ring.length - 2; i += 2) edges.push(offset + i);
    offset += ring.length;
  }
  return { coordinates, edges };
}
