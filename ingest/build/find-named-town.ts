import type { AreaIndex } from "@/db/reference/area-index";
import type { FiledProvider } from "@/db/reference/waiting-times-table";
import { normaliseName } from "@/domain/search/normalise";
import type { GeonamesPlace } from "@/ingest/places-geonames";
import type { SimplemapsTown } from "@/ingest/towns-simplemaps";

type Point = { lon: number; lat: number };

/** Degrees of latitude, about 5 km: places of one name that lie so near its middle are parts of one town. */
const ONE_TOWN = 0.045;

/**
 * Finds the middle of the town of a name inside an area, from the list of towns, else from the list of place names by
 * outward code. Only one such town will do: we do not guess which of two is meant.
 */
export function namedTownFinder(
  towns: readonly SimplemapsTown[],
  places: readonly GeonamesPlace[],
  areas: Pick<AreaIndex, "codeAt">,
): (name: string, area: string) => FiledProvider["town"] {
  const townsByName = byName(towns);
  const placesByName = byName(places);
  return (name, area) => {
    const inside = ({ lon, lat }: Point) => areas.codeAt(lon, lat) === area;
    const [town, another] = (townsByName.get(normaliseName(name)) ?? []).filter(inside);
    if (town !== undefined) return another === undefined ? at(town, "towns") : null;
    const parts = (placesByName.get(normaliseName(name)) ?? []).filter(inside);
    const middle = middleOf(parts);
    if (middle === null) return null;
    // A large town is in the list once for each outward code: most of them lie round its middle.
    const near = parts.filter((part) => isNear(part, middle)).length;
    return near * 2 > parts.length ? at(middle, "place-names") : null;
  };
}

function byName<Row extends Point & { name: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows)
    map.set(normaliseName(row.name), [...(map.get(normaliseName(row.name)) ?? []), row]);
  return map;
}

/** The point in the middle of all, by longitude and by latitude: one far off does not move it. */
function middleOf(points: readonly Point[]): Point | null {
  const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const [lon, lat] = [median(points.map((point) => point.lon)), median(points.map((point) => point.lat))];
  return lon === undefined || lat === undefined ? null : { lon, lat };
}

function isNear(a: Point, b: Point): boolean {
  return Math.abs(a.lat - b.lat) <= ONE_TOWN && Math.abs(a.lon - b.lon) <= ONE_TOWN * 1.6;
}

function at({ lon, lat }: Point, from: "towns" | "place-names"): FiledProvider["town"] {
  return { lon: Math.round(lon * 1e4) / 1e4, lat: Math.round(lat * 1e4) / 1e4, from };
}
