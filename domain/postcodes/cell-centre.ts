import { toFiveDecimals } from "@/domain/areas/degrees";

/** A grid in degrees WGS84: its south-western corner and the size of a cell. */
export type Grid = { west: number; south: number; lon: number; lat: number };

/** The middle of a cell, degrees WGS84, rounded to five decimals (about a metre). */
export function cellCentre(grid: Grid, column: number, row: number): { lon: number; lat: number } {
  return {
    lon: toFiveDecimals(grid.west + (column + 0.5) * grid.lon),
    lat: toFiveDecimals(grid.south + (row + 0.5) * grid.lat),
  };
}
