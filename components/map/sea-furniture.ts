import type { Feature, FeatureCollection, LineString } from "geojson";

/** Names of the seas, placed by hand where a printed map would have them. Degrees WGS84; size in pixels. */
const seas: readonly [name: string, lon: number, lat: number, size: number][] = [
  ["North Sea", 1.6, 56.2, 15],
  ["Irish Sea", -4.95, 53.75, 12],
  ["Celtic Sea", -6.9, 50.9, 12],
  ["English Channel", -2.2, 50.05, 13],
  ["Atlantic Ocean", -10.8, 56.4, 15],
  ["Bristol Channel", -4.75, 51.35, 9],
  ["Moray Firth", -3.3, 57.9, 9],
  ["Firth of Clyde", -5.0, 55.35, 8],
  ["Solway Firth", -3.75, 54.72, 8],
  ["The Wash", 0.32, 52.95, 8],
  ["Cardigan Bay", -4.6, 52.45, 9],
];

export const waterLabels: FeatureCollection = {
  type: "FeatureCollection",
  features: seas.map(([name, lon, lat, size]) => ({
    type: "Feature",
    properties: { name, size },
    geometry: { type: "Point", coordinates: [lon, lat] },
  })),
};

/**
 * Where the Continent's outline stops (the base map's data ends at 8° east and 47.5° north): a broad soft line of sea
 * over it lets the land fade out, as the edge of a printed map does, instead of ending in a straight cut.
 */
export const edge: Feature<LineString> = {
  type: "Feature",
  properties: {},
  geometry: {
    type: "LineString",
    coordinates: [
      [8, 63],
      [8, 47.5],
      [-16, 47.5],
    ],
  },
};
