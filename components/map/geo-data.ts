import type { Feature, FeatureCollection, GeoJsonProperties } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryObject, Topology } from "topojson-specification";
import { type AreaKind, HEALTH_BODY_KINDS } from "@/domain/areas/area";
import type { MapOutlines } from "@/domain/map/map-address";

/** What every map begins with: the whole country as it is seen from afar. Files of `public/map/base`. */
export type BaseData = Record<"land" | "neighbours" | "nations" | "lakes" | "towns", FeatureCollection>;

/** The same as it is seen from closer by but for our own land, and fetched only then, with rivers. */
export type CloseData = Record<"neighbours" | "nations" | "rivers", FeatureCollection>;

type BaseFile = "far" | "land" | "neighbours" | "borders" | "rivers" | "lakes" | "towns" | "places";

export const nothing: FeatureCollection = { type: "FeatureCollection", features: [] };

/**
 * Fetches JSON from our own origin.
 * @throws Error with the address and the status when the answer is not a success.
 */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.json();
}

/** The base map's data. The shapes are needed; the map is still a map without a lake or a name. @throws when they cannot be fetched */
export async function fetchBaseData(): Promise<BaseData> {
  const [shapes, lakes, towns] = await Promise.all([
    fetchLayer("far"),
    fetchLayer("lakes").catch(() => nothing),
    fetchLayer("towns").catch(() => nothing),
  ]);
  const layer = (name: string): FeatureCollection => ({
    type: "FeatureCollection",
    features: shapes.features.filter(({ properties }) => properties?.layer === name),
  });
  return { land: layer("land"), neighbours: layer("neighbours"), nations: layer("nations"), lakes, towns };
}

/** What lies around and the borders of nations in full, and rivers. @throws when one of them cannot be fetched */
export async function fetchCloseData(): Promise<CloseData> {
  const [neighbours, nations, rivers] = await Promise.all([
    fetchLayer("neighbours"),
    fetchLayer("borders"),
    fetchLayer("rivers"),
  ]);
  return { neighbours, nations, rivers };
}

/** Our own coasts in full. @throws when they cannot be fetched */
export function fetchLand(): Promise<FeatureCollection> {
  return fetchLayer("land");
}

/** Villages. @throws when they cannot be fetched */
export function fetchPlaces(): Promise<FeatureCollection> {
  return fetchLayer("places");
}

async function fetchLayer(name: BaseFile): Promise<FeatureCollection> {
  return toFeatures(await fetchJson(`/map/base/${name}.json`));
}

/** The lines between areas of a kind, without the coast, which `land` draws. @throws when they cannot be fetched */
export async function fetchBorders(kind: AreaKind): Promise<FeatureCollection> {
  return innerBorders(await fetchJson(`/map/outlines/${kind}.json`));
}

/** The lines that a reader chose to see. @throws when they cannot be fetched */
export async function fetchChosenLines(outlines: MapOutlines): Promise<FeatureCollection> {
  const kinds = outlines === "health" ? HEALTH_BODY_KINDS : [outlines];
  const lines = await Promise.all(kinds.map(fetchBorders));
  return { type: "FeatureCollection", features: lines.flatMap(({ features }) => features) };
}

/**
 * Every line of a topology that two of its areas share, each once.
 * @throws TypeError when it is no topology.
 */
export function innerBorders(body: unknown): FeatureCollection {
  if (!isTopology(body)) throw new TypeError("Expected TopoJSON.");
  const features = Object.values(body.objects).map((object): Feature => {
    return {
      type: "Feature",
      properties: {},
      geometry: mesh(body, object as GeometryObject, (a, b) => a !== b),
    };
  });
  return { type: "FeatureCollection", features };
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
