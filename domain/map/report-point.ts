import type { MapPosition } from "@/domain/map/map-address";
import { figuresAtZoom } from "@/domain/map/point-of-pixel";

/** Further out the middle of the map is no place that anybody means. */
const CLOSE = 11;

/**
 * The address of the first page of a report, after "/reports", for what is missing in the middle of a map. Close in it begins with that point;
 * whoever goes on moves the pin to where it belongs.
 */
export function reportQuery(at: MapPosition | null): string {
  if (at === null || at.zoom < CLOSE) return "/new";
  const figures = figuresAtZoom(at.zoom);
  const point = `${at.lat.toFixed(figures)}, ${at.lon.toFixed(figures)}`;
  return `/new?${new URLSearchParams({ point })}`;
}
