import { z } from "zod";
import type { CampaignList } from "@/ingest/campaign-list";
import { type MapSite, openSites } from "@/ingest/sites-table";
import { collectBytes } from "@/ingest/spreadsheet-bytes";
import { FileRefusal } from "@/ingest/spreadsheet-refusal";

const number = z.number();
const pointSchema = z.object({
  type: z.literal("Point"),
  coordinates: z.tuple([number, number]).rest(number),
});
const featureSchema = z.object({
  type: z.literal("Feature"),
  geometry: z.unknown(),
  properties: z.record(z.string(), z.unknown()).nullish(),
});
const fileSchema = z.union([
  z.object({ type: z.literal("FeatureCollection"), features: z.array(z.unknown()) }),
  featureSchema.transform((feature) => ({ type: "FeatureCollection" as const, features: [feature] })),
]);

/**
 * Opens the sites of a GeoJSON file as a list. A site that is no point has no coordinates: the middle of an outline would be
 * somebody's guess.
 * @throws FileRefusal for what is no GeoJSON; its detail is the number of the feature that is none.
 */
export async function openGeojson(file: AsyncIterable<Uint8Array>): Promise<CampaignList> {
  const text = (await collectBytes(file)).toString("utf8").replace(/^\uFEFF/, "");
  const parsed = fileSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw new FileRefusal("geojson-damaged", null, "1");
  return openSites(parsed.data.features.map(siteOf));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FileRefusal("json-damaged");
  }
}

function siteOf(feature: unknown, index: number): MapSite {
  const parsed = featureSchema.safeParse(feature);
  if (!parsed.success) throw new FileRefusal("geojson-damaged", null, String(index + 1));
  const { geometry, properties } = parsed.data;
  const point = pointSchema.safeParse(geometry);
  const [lon, lat] = point.success ? point.data.coordinates : [null, null];
  return { lat, lon, said: properties ?? {} };
}
