import { readCsvRows } from "./csv-rows";
import { IngestRefusal } from "./refusal";

/** One unit postcode of Northern Ireland. Areas and position are null where the source has none. */
export type NorthernIrelandRow = {
  postcode: string;
  position: [number, number] | null;
  /** `small-area`: the position is the middle of a small area, not of the postcode. */
  precision: "exact" | "small-area";
  constituency: string | null;
  council: string | null;
  healthBody: string | null;
};

const COLUMNS = ["postcode", "lat", "lon", "precision", "constituency", "council", "health_area"] as const;

/** Reads the table of Northern Ireland's postcodes with their areas. */
export function readNorthernIrelandPostcodes(file: string, text: string): NorthernIrelandRow[] {
  return readCsvRows(file, text, COLUMNS).map(({ line, cells }) => {
    const refuse = (column: (typeof COLUMNS)[number], reason: string) =>
      new IngestRefusal(file, reason, line, column);
    const postcode = cells.postcode.replace(/ /g, "");
    if (!/^BT\d{1,2}\d[A-Z]{2}$/.test(postcode))
      throw refuse("postcode", `"${cells.postcode}" is not a BT postcode`);
    const { precision } = cells;
    if (precision !== "exact" && precision !== "small-area")
      throw refuse("precision", `"${precision}" is neither`);
    const position = cells.lat === "" ? null : ([Number(cells.lon), Number(cells.lat)] as [number, number]);
    if (position && !(position[1] > 53.9 && position[1] < 55.5))
      throw refuse("lat", "not in Northern Ireland");
    if (position && !(position[0] > -8.3 && position[0] < -5.3))
      throw refuse("lon", "not in Northern Ireland");
    return {
      postcode,
      position,
      precision,
      constituency: cells.constituency || null,
      council: cells.council || null,
      healthBody: cells.health_area || null,
    };
  });
}
