import type { FeatureCollection, Point } from "geojson";
import type { Spot } from "@/domain/map/group-pins";
import type { Bounds } from "./map-handle";

/** Spots as the layers read them: `spot` is the id that leads back, `count` how many services are there. */
export function spotFeatures(spots: readonly Spot[]): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: spots.map((spot) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: spot.coordinates },
      properties: {
        spot: spot.id,
        count: spot.pins.length,
        status: spot.status,
        approximate: spot.approximate,
        label: spot.pins[0]?.place ?? "",
      },
    })),
  };
}

/** The smallest box around all spots, or null when there are none. */
export function spotBounds(spots: readonly Spot[]): Bounds | null {
  if (spots.length === 0) return null;
  const lons = spots.map((spot) => spot.coordinates[0]);
  const lats = spots.map((spot) => spot.coordinates[1]);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
