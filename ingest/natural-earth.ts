import { z } from "zod";
import { IngestRefusal } from "./refusal";

/** A river (lines) or a lake (rings), each line a flat list of degrees [lon, lat, …]. */
export type WaterFeature = { name: string | null; minZoom: number; lines: number[][] };

const line = z.array(z.tuple([z.number(), z.number()]).rest(z.number())).min(2);
const feature = z.object({
  properties: z.looseObject({ name: z.string().nullish(), min_zoom: z.number().nullish() }),
  geometry: z.discriminatedUnion("type", [
    z.object({ type: z.literal("LineString"), coordinates: line }),
    z.object({ type: z.literal("MultiLineString"), coordinates: z.array(line) }),
    z.object({ type: z.literal("Polygon"), coordinates: z.array(line) }),
    z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(line)) }),
  ]),
});
const collection = z.object({ type: z.literal("FeatureCollection"), features: z.array(feature).min(1) });

/** Reads Natural Earth rivers or lakes as GeoJSON. */
export function readNaturalEarthWater(file: string, text: string): WaterFeature[] {
  const parsed = collection.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new IngestRefusal(file, issue?.message ?? "not GeoJSON", null, issue?.path.join("."));
  }
  return parsed.data.features.map(({ properties, geometry }) => {
    const lines =
      geometry.type === "LineString"
        ? [geometry.coordinates]
        : geometry.type === "MultiPolygon"
          ? geometry.coordinates.flat()
          : geometry.coordinates;
    return {
      name: properties.name ?? null,
      minZoom: properties.min_zoom ?? 0,
      lines: lines.map((points) => points.flatMap(([lon, lat]) => [lon, lat] as number[])),
    };
  });
}
