import type { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { IngestRefusal } from "./refusal";

/** One unit postcode as the ONS directory (ONSPD) or lookup (NSPL) has it. Codes are null where the cell is empty. */
export type DirectoryRow = {
  /** Without a space, such as CA27HY. */
  postcode: string;
  /** Year and month in which it ended, such as 2019-06; null for a live one. */
  terminated: string | null;
  /** Degrees WGS84; null where the file says there is no position. */
  position: [number, number] | null;
  /**
   * ONS's positional quality: 1 to 3 at or near the building, 4 the mean of the postcode, 5 imputed from neighbours, 6 the
   * sector's mean, 8 the last known of one that ended long ago (not used), 9 none.
   */
  quality: number;
  constituency: string | null;
  council: string | null;
  /** The integrated care board in England; elsewhere a code that stands for the nation. */
  healthBody: string | null;
  /** The health board in Scotland and Wales; in England a code of areas that no longer exist. */
  healthBoard: string | null;
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
  healthBoard: /^((os)?hlthau|hlth\d\dcd)$/,
} as const;
type Column = keyof typeof COLUMNS;
/** Some editions of the lookup leave it out; the outlines then say. */
const OPTIONAL = new Set<string>(["healthBoard"]);

/** GIR and NPT (Newport, ended in the 1980s) are outward codes without a figure, and the directory has them. */
const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?|GIR|NPT)\d[A-Z]{2}$/;
/** What the file writes in `lat` where there is no position. */
const NO_LATITUDE = 99.999999;
/** Codes that stand for "no such area here", such as S99999999 in a column about England. */
const NO_AREA = /^[EWSNLM]99999999$/;
/** Northern Ireland's health boards until 2022 have codes of another kind; the trusts of today come from the outlines. */
const OLD_IRISH_BOARD = /^ZC\d{3}$/;

/**
 * Streams the ONS Postcode Directory or the National Statistics Postcode Lookup, terminated postcodes among them.
 * @throws IngestRefusal naming row and column.
 */
export async function* readPostcodeDirectory(file: string, csv: Readable): AsyncGenerator<DirectoryRow> {
  const rows = csv.pipe(parse({ bom: true, relax_column_count: true, skip_empty_lines: true }));
  csv.on("error", (error) => rows.destroy(error));
  let line = 0;
  let at: Places | null = null;
  try {
    for await (const cells of rows as AsyncIterable<string[]>) {
      line++;
      if (at === null) at = columnsOf(file, cells);
      else yield directoryRow(file, line, cells, at);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new IngestRefusal(file, error.message, "lines" in error ? Number(error.lines) : null);
  }
  if (at === null) throw new IngestRefusal(file, "the file is empty");
}

/** Where each column stands and what this edition calls it; null for an optional one that is not there. */
type Places = { width: number; columns: Record<Column, { index: number; name: string } | null> };

function columnsOf(file: string, header: readonly string[]): Places {
  const entries = Object.entries(COLUMNS).map(([column, pattern]) => {
    const index = header.findIndex((name) => pattern.test(name.trim().toLowerCase()));
    if (index === -1 && !OPTIONAL.has(column))
      throw new IngestRefusal(file, "this column is missing", 1, column);
    return [column, index === -1 ? null : { index, name: header[index] ?? column }];
  });
  return { width: header.length, columns: Object.fromEntries(entries) };
}

type Cell = { text: string; name: string };

function directoryRow(
  file: string,
  line: number,
  cells: readonly string[],
  { width, columns }: Places,
): DirectoryRow {
  const cell = (column: Column): Cell => {
    const place = columns[column];
    return place === null
      ? { text: "", name: column }
      : { text: (cells[place.index] ?? "").trim(), name: place.name };
  };
  const refuse = ({ text, name }: Cell, what: string) =>
    new IngestRefusal(file, `"${text}" is not ${what}`, line, name);
  if (cells.length !== width)
    throw new IngestRefusal(file, `${cells.length} columns, not the ${width} of the header`, line);
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
  const area = (column: "constituency" | "council" | "healthBody" | "healthBoard") => {
    const found = cell(column);
    if (found.text === "" || NO_AREA.test(found.text) || OLD_IRISH_BOARD.test(found.text)) return null;
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
    healthBoard: area("healthBoard"),
  };
}
