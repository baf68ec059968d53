import { parse } from "csv-parse";
import { fromBufferPromise, type ZipFile } from "yauzl";
import { fromBritishGrid } from "./british-grid";
import { IngestRefusal } from "./refusal";

/** One unit postcode of Great Britain as Code-Point Open gives it. */
export type CodePointRow = {
  /** Without a space, such as CA27HY. */
  postcode: string;
  /** OS's positional quality: 10 to 30 at the building, 50 imputed from neighbours, 60 the sector's mean, 90 none. */
  quality: number;
  /** Degrees WGS84, or null where there is no position. */
  position: [number, number] | null;
  countryCode: string;
  /** Health board in Scotland and Wales (S08…, W11…); in England a code of areas that no longer exist. */
  healthCode: string | null;
  councilCode: string | null;
};

const COLUMNS = ["PC", "PQ", "EA", "NO", "CY", "RH", "LH", "CC", "DC", "WC"] as const;
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/;
const QUALITIES = new Set([10, 20, 30, 40, 50, 60, 90]);

/**
 * Streams every postcode out of the Code-Point Open zip: 120 CSVs without a header, one for each postcode area.
 * @param only letters of the postcode areas wanted, such as CA; all when left out
 * @throws IngestRefusal naming the CSV, row and column.
 */
export async function* readCodePointOpen(
  file: string,
  zip: Buffer,
  only?: ReadonlySet<string>,
): AsyncGenerator<CodePointRow> {
  let archive: ZipFile;
  try {
    archive = await fromBufferPromise(zip);
  } catch (error) {
    throw new IngestRefusal(
      file,
      `not a zip file: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  let tables = 0;
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName;
    const [, area] = /(?:^|\/)([a-z]{1,2})\.csv$/.exec(name) ?? [];
    if (area === undefined) continue;
    tables++;
    if (only !== undefined && !only.has(area.toUpperCase())) continue;
    const rows = (await archive.openReadStreamPromise(entry)).pipe(parse({ relax_column_count: true }));
    let line = 0;
    for await (const cells of rows) yield readCodePointRow(`${file}, ${name}`, ++line, cells as string[]);
  }
  if (tables === 0) throw new IngestRefusal(file, "no CSV of a postcode area in it");
}

/**
 * Reads the ten cells of one row.
 * @throws IngestRefusal naming row and column.
 */
export function readCodePointRow(file: string, line: number, cells: string[]): CodePointRow {
  const refuse = (column: (typeof COLUMNS)[number], reason: string) =>
    new IngestRefusal(file, reason, line, column);
  if (cells.length !== COLUMNS.length) throw refuse("PC", `${cells.length} columns, not ${COLUMNS.length}`);
  const [code = "", pq = "", ea = "", no = "", countryCode = "", , healthCode = "", , councilCode = ""] =
    cells;
  const postcode = code.replace(/ /g, "");
  if (!POSTCODE.test(postcode)) throw refuse("PC", `"${code}" is not a postcode`);
  const quality = Number(pq);
  if (!QUALITIES.has(quality)) throw refuse("PQ", `"${pq}" is not a positional quality`);
  const [easting, northing] = [Number(ea), Number(no)];
  if (!(easting >= 0 && easting < 700_000)) throw refuse("EA", `"${ea}" is not an easting`);
  if (!(northing >= 0 && northing < 1_300_000)) throw refuse("NO", `"${no}" is not a northing`);
  if (!/^[ESW]92\d{6}$/.test(countryCode))
    throw refuse("CY", `"${countryCode}" is not a country of Great Britain`);
  const hasPosition = quality !== 90 && easting > 0 && northing > 0;
  return {
    postcode,
    quality,
    position: hasPosition ? fromBritishGrid(easting, northing) : null,
    countryCode,
    healthCode: healthCode || null,
    councilCode: councilCode || null,
  };
}
