import type { Feature, MultiPolygon, Polygon, Position } from "geojson";

export type AreaOutline = Feature<Polygon | MultiPolygon>;

/** Wider than any screen shows, and short of the poles, where the projection ends. */
const WORLD: Position[] = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
];

/** Everything but the area, as one polygon with the area's outer rings as holes; islands and parts included. */
export function maskAround(outline: AreaOutline): Feature<Polygon> {
  const { geometry } = outline;
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const holes = parts.flatMap((rings) => rings.slice(0, 1));
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [WORLD, ...holes] } };
}
