import type { MapRow } from "@/domain/map/map-row";
import type { MapData } from "@/server/pages/map-data";

/**
 * What the map holds by keys of its rows, so that a picture costs a look at its own services alone. Made at the first question after each
 * publication.
 * @param keysOf each key of a row once; none leaves it out
 * @returns what gives the rows under a key
 */
export function indexOfRows(keysOf: (row: MapRow) => Iterable<string>) {
  const made = new WeakMap<MapData, ReadonlyMap<string, readonly MapRow[]>>();
  return (data: MapData, key: string): readonly MapRow[] => {
    const index = made.get(data) ?? indexed(data, keysOf);
    made.set(data, index);
    return index.get(key) ?? [];
  };
}

function indexed({ rows }: MapData, keysOf: (row: MapRow) => Iterable<string>): Map<string, MapRow[]> {
  const index = new Map<string, MapRow[]>();
  for (const row of rows)
    for (const key of keysOf(row)) {
      const found = index.get(key);
      if (found) found.push(row);
      else index.set(key, [row]);
    }
  return index;
}
