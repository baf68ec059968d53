import type { Readable } from "node:stream";
import { parse } from "csv-parse";
import { IngestRefusal } from "./refusal";

/** One unit postcode as the ONS directory (ONSPD) or lookup (NSPL) has it. Codes are null where the cell is empty. */
export type DirectoryRow = {
  /** Without a space, such as CA27HY. */
  postcode: string;
  /** Year and month in which it ended, such as 2019-06; null for a live one. */
  terminated: string | null;
  /** Degrees WGS84; null where the file says there is no position. */
  position: [number, number] | null;
  /** ONS's positional quality: 1 to 3 at or near the building, 4 the mean of the postcode, 5 and 6 imputed, 8 and 9 none. */
  quality: number;
  constituency: string | null;
  council: string | null;
  healthBody: string | null;
};

/**
 * The columns read, by every name the ONS has given them: plain in the directory until 2025 (`oslaua`, before that file
 * and the lookup became `laua`), with the year of the codes since (`lad25cd`, `pcon24cd`, `icb26cd`). Case differs too.
 */
const COLUMNS = {
  pcds: /^pcds$/,
  doterm: /^doterm$/,
  lat: /^lat$/,
  long: /^long$/,
  quality: /^(osgrdind|gridind)$/,
  constituency: /^pcon(\d\dcd)?$/,
  council: /^((os)?laua|lad\d\dcd)$/,
  healthBody: /^icb(\d\dcd)?$/,
} as const;
type Column = keyof typeof COLUMNS;

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/;
/** What the file writes in `lat` where there is no position. */
const NO_LATITUDE = 99.999999;
/** Codes that stand for "no such area here", such as S99999999 in a column about England. */
const NO_AREA = /^[EWSNLM]99999999$/;

/**
 * Streams the ONS Postcode Directory or the National Statistics Postcode Lookup, terminated postcodes among them.
 * @throws IngestRefusal naming row and column.
 */
export async function* readPostcodeDirectory(file: string, csv: Readable): AsyncGenerator<DirectoryRow> {
  const rows = csv.pipe(parse({ bom: true, relax_column_count: true }));
  csv.on("error", (error) => rows.destroy(error));
  let line = 0;
  let at: Record<Column, { index: number; name: string }> | null = null;
  for await (const cells of rows as AsyncIterable<string[]>) {
    line++;
    if (at === null) at = columnsOf(file, cells);
    else
      yield directoryRow(
        file,
        line,
        (column) => ({ text: (cells[column.index] ?? "").trim(), ...column }),
        at,
      );
  }
  if (at === null) throw new IngestRefusal(file, "the file is empty");
}

function columnsOf(file: string, header: readonly string[]): Record<Column, { index: number; name: string }> {
  const entries = Object.entries(COLUMNS).map(([column, pattern]) => {
    const index = header.findIndex((name) => pattern.test(name.trim().toLowerCase()));
    if (index === -1) throw new IngestRefusal(file, "this column is missing", 1, column);
    return [column, { index, name: header[index] ?? column }];
  });
  return Object.fromEntries(entries);
}

type Cell = { text: string; name: string };

function directoryRow(
  file: string,
  line: number,
  read: (column: { index: number; name: string }) => Cell,
  at: Record<Column, { index: number; name: string }>,
): DirectoryRow {
  const cell = (column: Column) => read(at[column]);
  const refuse = ({ text, name }: Cell, what: string) =>
    new IngestRefusal(file, `"${text}" is not ${what}`, line, name);
  const postcode = cell("pcds").text.replace(/ /g, "");
  if (!POSTCODE.test(postcode)) throw refuse(cell("pcds"), "a postcode");
  const ended = cell("doterm");
  const [, year, month] = /^(\d{4})(0[1-9]|1[0-2])$/.exec(ended.text) ?? [];
  if (ended.text !== "" && year === undefined) throw refuse(ended, "a year and month, such as 201906");
  const quality = Number(cell("quality").text);
  if (!Number.isInteger(quality) || quality < 1 || quality > 9)
    throw refuse(cell("quality"), "a quality from 1 to 9");
  const [lat, lon] = [Number(cell("lat").text), Number(cell("long").text)];
  const hasPosition = quality < 8 && lat !== NO_LATITUDE;
  if (hasPosition && !(lat > 49 && lat < 61.5)) throw refuse(cell("lat"), "a latitude of the United Kingdom");
  if (hasPosition && !(cell("long").text !== "" && lon > -9 && lon < 2.5))
    throw refuse(cell("long"), "a longitude of the United Kingdom");
  const area = (column: "constituency" | "council" | "healthBody") => {
    const found = cell(column);
    if (found.text === "" || NO_AREA.test(found.text)) return null;
    if (!/^[A-Z]\d{8}$/.test(found.text)) throw refuse(found, "an ONS code");
    return found.text;
  };
  return {
    postcode,
    terminated: year === undefined ? null : `${year}-${month}`,
    position: hasPosition ? [lon, lat] : null,
    quality,
    constituency: area("constituency"),
    council: area("council"),
    healthBody: area("healthBody"),
  };
}
