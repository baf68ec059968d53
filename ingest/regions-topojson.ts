import type { Polygon as GeoPolygon, MultiPolygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { z } from "zod";
import type { Polygon } from "@/domain/areas/geometry";
import type { BoundaryFeature } from "./boundary-geojson";
import { IngestRefusal } from "./refusal";

/** Regions and nations as outlines, and the first year of each present council code where the file gives one. */
export type RegionsFile = {
  regions: BoundaryFeature[];
  nations: BoundaryFeature[];
  councilStartYears: Map<string, number>;
};

const properties = z.object({
  areacd: z.string().min(3),
  areanm: z.string().min(1),
  start: z.number().int().optional(),
});
const layer = z.object({
  type: z.literal("GeometryCollection"),
  geometries: z.array(z.looseObject({ properties })).min(1),
});
const file = z.looseObject({
  type: z.literal("Topology"),
  arcs: z.array(z.unknown()).min(1),
  objects: z.looseObject({ rgn: layer, ctry: layer, ltla: layer }),
});

/**
 * Reads the ONS file of all administrative layers: `rgn`, `ctry` and `ltla`.
 * @throws IngestRefusal naming the layer and member that is wrong.
 */
export function readRegionsTopojson(name: string, text: string): RegionsFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new IngestRefusal(name, `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = file.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new IngestRefusal(name, issue?.message ?? "not a TopoJSON topology", null, issue?.path.join("."));
  }
  const topology = json as Topology<Record<"rgn" | "ctry", GeometryCollection<z.infer<typeof properties>>>>;
  const years = parsed.data.objects.ltla.geometries
    .map(({ properties: { areacd, start } }) => [areacd, start] as const)
    .filter((pair): pair is readonly [string, number] => pair[1] !== undefined);
  return {
    regions: outlinesOf(topology, topology.objects.rgn),
    nations: outlinesOf(topology, topology.objects.ctry),
    councilStartYears: new Map(years),
  };
}

function outlinesOf(
  topology: Topology,
  objects: GeometryCollection<z.infer<typeof properties>>,
): BoundaryFeature[] {
  return feature(topology, objects).features.map(({ properties: { areacd, areanm }, geometry }) => ({
    code: areacd,
    name: areanm,
    type: null,
    polygons: polygonsOf(geometry as GeoPolygon | MultiPolygon),
  }));
}

function polygonsOf(geometry: GeoPolygon | MultiPolygon): Polygon[] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => rings.map((points) => points.flatMap(([lon, lat]) => [lon ?? 0, lat ?? 0])));
}
