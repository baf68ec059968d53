import type { Feature, FeatureCollection, GeoJsonProperties } from "geojson";
import { feature } from "topojson-client";
import type { GeometryObject, Topology } from "topojson-specification";

/** Sources of the base map: the files of `public/map/base`, by name. */
export const baseFiles = ["land", "rivers", "lakes", "towns"] as const;
export type BaseFile = (typeof baseFiles)[number];
export type BaseData = Record<BaseFile, FeatureCollection>;

const nothing: FeatureCollection = { type: "FeatureCollection", features: [] };

/**
 * Fetches JSON from our own origin.
 * @throws Error with the address and the status when the answer is not a success.
 */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.json();
}

/** The base map's data. Land is needed; the map is still a map when a smaller file is missing. */
export async function fetchBaseData(): Promise<BaseData> {
  const [land, rivers, lakes, towns] = await Promise.all([
    fetchLayer("land"),
    fetchLayer("rivers").catch(() => nothing),
    fetchLayer("lakes").catch(() => nothing),
    fetchLayer("towns").catch(() => nothing),
  ]);
  return { land, rivers, lakes, towns };
}

async function fetchLayer(name: BaseFile): Promise<FeatureCollection> {
  return toFeatures(await fetchJson(`/map/base/${name}.json`));
}

/**
 * Every object of a TopoJSON topology, or a GeoJSON collection as it is. Each feature gets the property
 * `layer`, the name of the topology's object it comes from.
 * @throws TypeError when it is neither.
 */
export function toFeatures(body: unknown): FeatureCollection {
  if (isCollection(body)) return body;
  if (!isTopology(body)) throw new TypeError("Expected TopoJSON or GeoJSON.");
  const features = Object.entries(body.objects).flatMap(([layer, object]) =>
    objectFeatures(body, object).map((one) => ({ ...one, properties: { ...one.properties, layer } })),
  );
  return { type: "FeatureCollection", features };
}

function objectFeatures(topology: Topology, object: GeometryObject<GeoJsonProperties>): Feature[] {
  const result = feature(topology, object);
  return result.type === "FeatureCollection" ? result.features : [result];
}

function isTopology(value: unknown): value is Topology {
  return hasType(value, "Topology") && "objects" in value && "arcs" in value;
}

function isCollection(value: unknown): value is FeatureCollection {
  return hasType(value, "FeatureCollection") && "features" in value;
}

function hasType(value: unknown, type: string): value is { type: string } {
  return typeof value === "object" && value !== null && "type" in value && value.type === type;
}
