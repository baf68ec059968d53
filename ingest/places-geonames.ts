import { parse } from "csv-parse/sync";
import { IngestRefusal } from "./refusal";

/** A village, suburb or town in one outward code. Degrees WGS84, about a kilometre exact at best. */
export type GeonamesPlace = { name: string; outcode: string; lon: number; lat: number };

const COLUMNS = 12;

/** Reads the GeoNames postal file of Great Britain and Northern Ireland: tab-separated, no header, 12 columns. */
export function readGeonamesPlaces(file: string, text: string): GeonamesPlace[] {
  const rows = parse(text, { delimiter: "\t", quote: false, relax_column_count: true }) as string[][];
  return rows.map((cells, index) => {
    const refuse = (reason: string, column: string) => new IngestRefusal(file, reason, index + 1, column);
    if (cells.length !== COLUMNS) throw refuse(`${cells.length} columns, not ${COLUMNS}`, "all");
    const [country = "", outcode = "", name = ""] = cells;
    if (country !== "GB") throw refuse(`"${country}" is not GB`, "country");
    const [lat, lon] = [Number(cells[9] || Number.NaN), Number(cells[10] || Number.NaN)];
    if (!(lat > 49 && lat < 61)) throw refuse(`"${cells[9]}" is not a latitude in the UK`, "latitude");
    if (!(lon > -9 && lon < 3)) throw refuse(`"${cells[10]}" is not a longitude in the UK`, "longitude");
    return { name: name.trim(), outcode, lon, lat };
  });
}
