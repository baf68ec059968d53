import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A town's centre: degrees WGS84, to about a hundred metres. */
export type Town = { name: string; lon: number; lat: number };

type TownFeatures = {
  features: readonly {
    properties: { name: string };
    geometry: { coordinates: readonly [number, number] };
  }[];
};

let towns: Map<string, Town[]> | undefined;

function load(): Map<string, Town[]> {
  const file = join(process.cwd(), "public/map/base/towns.json");
  const { features } = JSON.parse(readFileSync(file, "utf8")) as TownFeatures;
  const byName = new Map<string, Town[]>();
  for (const { properties, geometry } of features) {
    const [lon, lat] = geometry.coordinates;
    const key = keyOf(properties.name);
    byName.set(key, [...(byName.get(key) ?? []), { name: properties.name, lon, lat }]);
  }
  return byName;
}

function keyOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, " ");
}

/** The one town of this name in the shipped list; undefined for none, and for several: we do not guess which. */
export function findTown(name: string): Town | undefined {
  towns ??= load();
  const found = towns.get(keyOf(name)) ?? [];
  return found.length === 1 ? found[0] : undefined;
}
