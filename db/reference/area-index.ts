import type { BoundingBox } from "@/domain/areas/area";
import { BandedPolygon } from "@/domain/areas/banded-polygon";
import { metresToSegment, type Polygon } from "@/domain/areas/geometry";
import type { Outline } from "./outline-file";
import { SegmentGrid } from "./segment-grid";

/** Another area near a point: how many metres to its nearest edge. */
export type NearbyArea = { code: string; metres: number };
/** The area a point is in; `offMetres` is 0 inside it and the distance to it for a point just off the coast. */
export type Assignment = { code: string; offMetres: number };

type Part = { code: string; polygon: BandedPolygon; rings: Polygon };

/** Cells of this many degrees list the parts whose boxes touch them. */
const CELL = 0.1;
/** How far off the coast a point may lie and still be given to the nearest area: piers, bridges, small islands. */
const COAST_METRES = 1000;

/** Answers which area of one kind a point is in, from full outlines. Degrees WGS84; about a microsecond a point. */
export class AreaIndex {
  readonly #cells = new Map<number, Part[]>();
  readonly #outlines: readonly Outline[];
  #segments: SegmentGrid | null = null;

  constructor(outlines: readonly Outline[]) {
    this.#outlines = outlines;
    for (const { code, polygons } of outlines) {
      for (const polygon of polygons)
        this.#add({ code, polygon: new BandedPolygon(polygon), rings: polygon });
    }
  }

  #add(part: Part): void {
    const [west, south, east, north] = part.polygon.box;
    for (let column = cellOf(west); column <= cellOf(east); column++) {
      for (let row = cellOf(south); row <= cellOf(north); row++) {
        const key = cellKey(column, row);
        const parts = this.#cells.get(key);
        if (parts) parts.push(part);
        else this.#cells.set(key, [part]);
      }
    }
  }

  /** The code of the area the point is inside, or null at sea and abroad. */
  codeAt(lon: number, lat: number): string | null {
    for (const { code, polygon } of this.#cells.get(cellKey(cellOf(lon), cellOf(lat))) ?? []) {
      if (polygon.contains(lon, lat)) return code;
    }
    return null;
  }

  /** The whole of one area; undefined where none has the code. */
  outlineOf(code: string): Outline | undefined {
    return this.#outlines.find((outline) => outline.code === code);
  }

  /** Every polygon whose own box touches a box, with the code of its area. */
  touching([west, south, east, north]: BoundingBox): { code: string; rings: Polygon }[] {
    const found = new Set<Part>();
    for (let column = cellOf(west); column <= cellOf(east); column++) {
      for (let row = cellOf(south); row <= cellOf(north); row++) {
        for (const part of this.#cells.get(cellKey(column, row)) ?? []) found.add(part);
      }
    }
    return [...found].map(({ code, rings }) => ({ code, rings }));
  }

  /** The area the point is in or, within a kilometre of the coast, the nearest one with its distance; else null. */
  assign(lon: number, lat: number): Assignment | null {
    const inside = this.codeAt(lon, lat);
    if (inside !== null) return { code: inside, offMetres: 0 };
    const [nearest] = this.nearby(lon, lat, COAST_METRES);
    return nearest ? { code: nearest.code, offMetres: nearest.metres } : null;
  }

  /**
   * Every area with an edge within some metres of the point, nearest first; the area the point is in is among them
   * when its own edge is that near. Two areas within about 100 m mean that a postcode there may be split.
   */
  nearby(lon: number, lat: number, metres: number): NearbyArea[] {
    this.#segments ??= new SegmentGrid(this.#outlines);
    const nearest = new Map<string, number>();
    this.#segments.forEachNear(lon, lat, metres, (code, x1, y1, x2, y2) => {
      const distance = metresToSegment(lon, lat, x1, y1, x2, y2);
      if (distance <= metres && distance < (nearest.get(code) ?? Infinity)) nearest.set(code, distance);
    });
    return [...nearest]
      .map(([code, distance]) => ({ code, metres: distance }))
      .sort((a, b) => a.metres - b.metres);
  }
}

function cellOf(degrees: number): number {
  return Math.floor(degrees / CELL);
}

/** One number for a cell: no place in the world has 4096 columns to a row at this size. */
function cellKey(column: number, row: number): number {
  return row * 4096 + column;
}
