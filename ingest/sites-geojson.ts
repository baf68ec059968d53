import { z } from "zod";
import type { CampaignList } from "@/ingest/campaign-list";
import { type MapSite, NO_SITE, openSites } from "@/ingest/sites-table";
import { collectBytes } from "@/ingest/spreadsheet-bytes";
import { FileRefusal, LIMITS } from "@/ingest/spreadsheet-refusal";

const number = z.number();
const pointSchema = z.object({
  type: z.literal("Point"),
  coordinates: z.tuple([number, number]).rest(number),
});
const featureSchema = z.object({
  type: z.literal("Feature"),
  geometry: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).nullish().catch(null),
});
const fileSchema = z.union([
  z.object({ type: z.literal("FeatureCollection"), features: z.array(z.unknown()) }),
  featureSchema.transform((feature) => ({ type: "FeatureCollection" as const, features: [feature] })),
]);

/**
 * Opens the sites of a GeoJSON file as a list. A site that is no point has no coordinates: the middle of an outline would be
 * somebody's guess. What is no site among sites is a row that says nothing, and is refused as that.
 * @throws FileRefusal for what is no GeoJSON, or has no feature; its detail is the number of the first that is none.
 */
export async function openGeojson(file: AsyncIterable<Uint8Array>): Promise<CampaignList> {
  const text = (await collectBytes(file)).toString("utf8").replace(/^\uFEFF/, "");
  const parsed = fileSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw new FileRefusal("geojson-damaged", null, "1");
  const { features } = parsed.data;
  if (features.length > LIMITS.rows) throw new FileRefusal("too-many-rows", null, String(LIMITS.rows));
  const sites = features.map(siteOf);
  if (sites.length > 0 && sites.every((site) => site === null))
    throw new FileRefusal("geojson-damaged", null, "1");
  return openSites(sites.map((site) => site ?? NO_SITE));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FileRefusal("json-damaged");
  }
}

function siteOf(feature: unknown): MapSite | null {
  const parsed = featureSchema.safeParse(feature);
  if (!parsed.success) return null;
  const { geometry, properties } = parsed.data;
  const point = pointSchema.safeParse(geometry);
  const [lon, lat] = point.success ? point.data.coordinates : [null, null];
  return { lat, lon, said: properties ?? {} };
}
