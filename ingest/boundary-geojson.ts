import { z } from "zod";
import type { Polygon } from "@/domain/areas/geometry";
import { tidyRing } from "@/domain/areas/geometry-tidy";
import { IngestRefusal } from "./refusal";

/** One outline as a publisher's GeoJSON gives it: degrees WGS84, every ring closed. */
export type BoundaryFeature = { code: string; name: string; type: string | null; polygons: Polygon[] };

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
const ring = z.array(position).min(4);
const geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);
const feature = z.object({
  properties: z.object({ code: z.string().min(3), name: z.string().min(1), type: z.string().optional() }),
  geometry,
});

/**
 * Reads an area boundary file (ONS Open Geography style GeoJSON with `code` and `name`).
 * @throws IngestRefusal naming the feature (as the row) and the member that is wrong.
 */
export function readBoundaryGeojson(file: string, text: string): BoundaryFeature[] {
  const features = featureList(file, text);
  const seen = new Set<string>();
  return features.map((raw, index) => {
    const parsed = feature.safeParse(raw);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new IngestRefusal(file, issue?.message ?? "not a feature", index + 1, issue?.path.join("."));
    }
    const { properties, geometry: shape } = parsed.data;
    if (seen.has(properties.code)) {
      throw new IngestRefusal(file, `code ${properties.code} appears twice`, index + 1, "code");
    }
    seen.add(properties.code);
    const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
    return {
      code: properties.code,
      name: properties.name,
      type: properties.type ?? null,
      polygons: polygons.map(tidyPolygon).filter((rings) => rings.length > 0),
    };
  });
}

function tidyPolygon(rings: [number, number, ...number[]][][]): number[][] {
  const [outer, ...holes] = rings.map((points) => tidyRing(points.flatMap((point) => point.slice(0, 2))));
  return outer ? [outer, ...holes.filter((hole) => hole !== null)] : [];
}

function featureList(file: string, text: string): unknown[] {
  const parsed = z.object({ type: z.literal("FeatureCollection"), features: z.array(z.unknown()).min(1) });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new IngestRefusal(file, `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = parsed.safeParse(json);
  if (!result.success) throw new IngestRefusal(file, "not a GeoJSON FeatureCollection with features");
  return result.data.features;
}
