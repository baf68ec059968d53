import { join } from "node:path";
import { z } from "zod";
import { type CampaignList, CLEANED, type FileRow } from "@/ingest/campaign-list";
import { collectBytes } from "@/ingest/spreadsheet-bytes";
import { FILE_REFUSALS, FileRefusal } from "@/ingest/spreadsheet-refusal";
import { WORKBOOK_LIMITS } from "@/ingest/workbook/limits";
import { readInChild, rowsHeld } from "@/ingest/workbook/read-in-child";
import { readInTurn } from "@/ingest/workbook/turns";

export type MapFileKind = "kml" | "geojson" | "ocds";

const reportSchema = z.union([
  z.object({ header: z.array(z.string()), cleaned: z.array(z.enum(CLEANED)) }),
  z.object({ refused: z.enum(FILE_REFUSALS), detail: z.string(), row: z.int().nullable() }),
]);

/** Rows that are handled at a time. */
const SLICE = 500;

/**
 * Opens a file of sites (KML, GeoJSON) or of notices (OCDS) as a list, read to its end in a process of its own, with the bounds of a
 * workbook and in turn with them.
 * @throws FileRefusal as `openKml`, `openGeojson` and `openOcds`, and for what costs too much to read
 */
export async function openMapFile(kind: MapFileKind, file: AsyncIterable<Uint8Array>): Promise<CampaignList> {
  const bytes = await collectBytes(file);
  const program = join(/* turbopackIgnore: true */ process.cwd(), "ingest/map-files/child.ts");
  const { said, held } = await readInTurn(() =>
    readInChild(["--import", "tsx", program, kind], bytes, WORKBOOK_LIMITS),
  );
  if (said === "") throw new FileRefusal(kind === "kml" ? "kml-damaged" : "json-damaged");
  const report = reportSchema.parse(JSON.parse(said));
  if ("refused" in report) throw new FileRefusal(report.refused, report.row, report.detail);
  const { header, cleaned } = report;
  return { header, cleaned: () => cleaned, slices: () => slicesOf(held), layout: null };
}

async function* slicesOf(held: Buffer): AsyncGenerator<FileRow[]> {
  let slice: FileRow[] = [];
  for (const row of rowsHeld<FileRow>(held)) {
    slice.push(row);
    if (slice.length < SLICE) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}
