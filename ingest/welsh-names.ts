import { readCsvRows } from "./csv-rows";
import { IngestRefusal } from "./refusal";

/** Welsh names from the ONS list, by code and by English name. */
export type WelshNames = { byCode: Map<string, string>; byEnglishName: Map<string, string> };

/** Reads the ONS list of Welsh constituency names: `code`, `name`, `name_cy`. */
export function readWelshNames(file: string, text: string): WelshNames {
  const names: WelshNames = { byCode: new Map(), byEnglishName: new Map() };
  for (const { line, cells } of readCsvRows(file, text, ["code", "name", "name_cy"])) {
    if (!/^W\d{8}$/.test(cells.code)) {
      throw new IngestRefusal(file, `"${cells.code}" is not a code of Wales`, line, "code");
    }
    if (cells.name_cy === "") throw new IngestRefusal(file, "no Welsh name", line, "name_cy");
    names.byCode.set(cells.code, cells.name_cy);
    names.byEnglishName.set(cells.name, cells.name_cy);
  }
  return names;
}
