import type { FeatureCollection, Point } from "geojson";
import type { GeonamesPlace } from "@/ingest/places-geonames";
import type { SimplemapsTown } from "@/ingest/towns-simplemaps";

/** What the map reads to write a name: rank 1 is London, 7 a village or suburb. */
export type PlaceLabel = { name: string; rank: number; population?: number };

/** People from which a town has rank 1, 2, 3 …; smaller towns have the rank after the last. */
const RANKS = [5_000_000, 400_000, 200_000, 90_000, 40_000];
const VILLAGE_RANK = RANKS.length + 2;
/** One village to each square of this many degrees, so that the names have room: about 10 km by 10 km. */
const SPACING = { lon: 0.15, lat: 0.09 };

/** Towns as points, the biggest first, so that a map that draws in order keeps the biggest. */
export function townLabels(towns: readonly SimplemapsTown[]): FeatureCollection<Point, PlaceLabel> {
  const bySize = [...towns].sort((a, b) => b.population - a.population);
  return collection(
    bySize.map(({ name, lon, lat, population }) => {
      const index = RANKS.findIndex((least) => population >= least);
      return [lon, lat, { name, rank: (index === -1 ? RANKS.length : index) + 1, population }];
    }),
  );
}

/**
 * Villages and suburbs between the towns: at most one to a square, none where a town of the list lies.
 * Names longer than 25 letters or with figures are not places one looks for on a map.
 */
export function villageLabels(
  places: readonly GeonamesPlace[],
  towns: readonly SimplemapsTown[],
): FeatureCollection<Point, PlaceLabel> {
  const square = ({ lon, lat }: { lon: number; lat: number }) =>
    `${Math.floor(lon / SPACING.lon)} ${Math.floor(lat / SPACING.lat)}`;
  const taken = new Set(towns.map(square));
  const townNames = new Set(towns.map(({ name }) => name));
  const labels: [number, number, PlaceLabel][] = [];
  for (const place of places) {
    if (townNames.has(place.name) || taken.has(square(place)) || !/^[A-Z][\p{L}' -]{2,24}$/u.test(place.name))
      continue;
    taken.add(square(place));
    labels.push([place.lon, place.lat, { name: place.name, rank: VILLAGE_RANK }]);
  }
  return collection(labels);
}

function collection(labels: readonly [number, number, PlaceLabel][]): FeatureCollection<Point, PlaceLabel> {
  const round = (degrees: number) => Math.round(degrees * 1000) / 1000;
  return {
    type: "FeatureCollection",
    features: labels.map(([lon, lat, properties]) => ({
      type: "Feature",
      properties,
      geometry: { type: "Point", coordinates: [round(lon), round(lat)] },
    })),
  };
}
