import type { MapPosition } from "@/domain/map/map-address";
import { rowsIn, type ShownPins } from "@/domain/map/pin-clusters";
import { pinPosition } from "@/domain/map/pin-file";
import { viewBounds } from "@/domain/map/view-bounds";
import { metresBetween, type Point } from "@/domain/places/distance";
import type { Pixel } from "../map-handle";

/** Rows by their distance to a point, the nearest first. */
export function nearestFirst(rows: readonly number[], at: (row: number) => Point, centre: Point): number[] {
  const away = new Map(rows.map((row) => [row, metresBetween(at(row), centre)]));
  return [...rows].sort((a, b) => (away.get(a) ?? 0) - (away.get(b) ?? 0) || a - b);
}

/** Every shown row within a view, the nearest to its middle first: of the data, whatever marks are drawn of it at that zoom. */
export function nearestInView(
  shown: ShownPins,
  view: MapPosition,
  size: { width: number; height: number },
): number[] {
  const rows = rowsIn(shown, viewBounds(view, size));
  return nearestFirst(rows, (row) => pinPosition(shown.table, row), view);
}

/** Pixels to a line of reading: what is about as high is read from left to right. */
const LINE = 44;

/** Rows as an eye reads a page: line by line, each from left to right. */
export function readingOrder(rows: readonly number[], at: (row: number) => Pixel): number[] {
  const places = new Map(rows.map((row) => [row, at(row)]));
  const line = (row: number) => Math.floor((places.get(row)?.y ?? 0) / LINE);
  const across = (row: number) => places.get(row)?.x ?? 0;
  return [...rows].sort((a, b) => line(a) - line(b) || across(a) - across(b) || a - b);
}
