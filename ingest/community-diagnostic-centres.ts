import { z } from "zod";
import { IngestRefusal } from "./refusal";

/** A community diagnostic centre as GOV.UK listed it; the list does not say who runs one. Degrees WGS84. */
export type DiagnosticCentre = {
  name: string;
  town: string;
  /** As given, with its space. */
  postcode: string;
  /** Of the postcode, not of the door. */
  lon: number;
  lat: number;
  /** Code of the integrated care board of 2023; 13 of those have ended. */
  boardCode2023: string;
};

const featureSchema = z.object({
  geometry: z.object({ type: z.literal("Point"), coordinates: z.tuple([z.number(), z.number()]) }),
  properties: z.object({
    name: z.string().trim().min(1),
    /** Town and postcode, such as "Amersham, HP7 0JD". */
    address: z.string().regex(/^.+, *[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\s*$/),
    icbCode: z.string().regex(/^E54\d{6}$/),
  }),
});
const collectionSchema = z.object({ type: z.literal("FeatureCollection"), features: z.array(z.unknown()) });

/**
 * Reads the list of centres: GeoJSON, or the script that GOV.UK's own map reads it from, which says the same.
 * @throws IngestRefusal naming the feature (1 is the first) and the property.
 */
export function readDiagnosticCentres(file: string, text: string): DiagnosticCentre[] {
  const seen = new Set<string>();
  return collection(file, text).features.map((feature, index) => {
    const parsed = featureSchema.safeParse(feature);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new IngestRefusal(
        file,
        issue?.message ?? "not a centre",
        index + 1,
        issue?.path.join(".") ?? null,
      );
    }
    const { geometry, properties } = parsed.data;
    const comma = properties.address.lastIndexOf(",");
    if (seen.has(properties.name)) {
      throw new IngestRefusal(file, `"${properties.name}" is there twice`, index + 1, "properties.name");
    }
    seen.add(properties.name);
    return {
      name: properties.name.replace(/\s+/g, " "),
      town: properties.address.slice(0, comma).trim(),
      postcode: properties.address.slice(comma + 1).trim(),
      lon: geometry.coordinates[0],
      lat: geometry.coordinates[1],
      boardCode2023: properties.icbCode,
    };
  });
}

function collection(file: string, text: string): z.infer<typeof collectionSchema> {
  let json: unknown;
  try {
    json = JSON.parse(asJson(text));
  } catch (error) {
    throw new IngestRefusal(file, `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = collectionSchema.safeParse(json);
  if (!parsed.success) throw new IngestRefusal(file, "not a GeoJSON FeatureCollection");
  return parsed.data;
}

/** The object in GOV.UK's script as JSON: names of keys get quotes, and texts double ones. Nothing is run. */
function asJson(text: string): string {
  const start = text.indexOf("= {\n");
  if (text.trimStart().startsWith("{") || start === -1) return text;
  return text
    .slice(start + 2)
    .trim()
    .replace(/;$/, "")
    .replace(/'((?:[^'\\\n]|\\.)*)'|"(?:[^"\\\n]|\\.)*"|([A-Za-z_]\w*)(?=:)/g, (whole, single, key) => {
      if (key !== undefined) return JSON.stringify(key);
      return single === undefined ? whole : JSON.stringify(single.replace(/\\(.)/g, "$1"));
    });
}
