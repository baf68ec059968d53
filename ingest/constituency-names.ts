import { readCsvRows } from "./csv-rows";
import { IngestRefusal } from "./refusal";

/** Reads the ONS list "Names and Codes" of the constituencies of 2010 (December 2020): `PCON20CD`, `PCON20NM`. */
export function readConstituencyNames(file: string, text: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const { line, cells } of readCsvRows(file, text, ["PCON20CD", "PCON20NM"])) {
    if (!/^(E14|S14|W07|N06)\d{6}$/.test(cells.PCON20CD)) {
      throw new IngestRefusal(file, `"${cells.PCON20CD}" is not a constituency's code`, line, "PCON20CD");
    }
    if (cells.PCON20NM === "") throw new IngestRefusal(file, "no name", line, "PCON20NM");
    names.set(cells.PCON20CD, cells.PCON20NM);
  }
  return names;
}
