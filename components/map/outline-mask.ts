import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import type { Bounds } from "./map-handle";

export type AreaOutline = Feature<Polygon | MultiPolygon>;

/** Wider than any screen shows, and short of the poles, where the projection ends. */
const WORLD: Position[] = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
];

/** The smallest box around the area, or null when there is none. */
export function outlineBounds(outline: AreaOutline | null): Bounds | null {
  const points = outline ? outerRings(outline).flat() : [];
  if (points.length === 0) return null;
  const lons = points.map(([lon = 0]) => lon);
  const lats = points.map(([, lat = 0]) => lat);
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
  return [least(lons), least(lats), most(lons), most(lats)];
}

/** Everything but the area, as one polygon with the area's outer rings as holes; islands and parts included. */
export function maskAround(outline: AreaOutline): Feature<Polygon> {
  const holes = outerRings(outline);
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [WORLD, ...holes] } };
}

function outerRings({ geometry }: AreaOutline): Position[][] {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return parts.flatMap((rings) => rings.slice(0, 1));
}
