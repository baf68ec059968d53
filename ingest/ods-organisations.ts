import { parse } from "csv-parse/sync";
import { IngestRefusal } from "./refusal";

/** An organisation of the NHS Organisation Data Service's headerless 27-column files, as far as areas need it. */
export type OdsOrganisation = {
  code: string;
  name: string;
  /** ODS code of the integrated care board (England) it lies in; "" where there is none. */
  boardCode: string;
  /** Without a space; "" where there is none. */
  postcode: string;
};

const COLUMNS = 27;

/** Reads an ODS file such as `etr` (NHS trusts): columns 1 code, 2 name, 4 high-level geography, 10 postcode. */
export function readOdsOrganisations(file: string, text: string): OdsOrganisation[] {
  const rows = parse(text, { relax_column_count: true, skip_empty_lines: true }) as string[][];
  return rows.map((cells, index) => {
    if (cells.length !== COLUMNS) {
      throw new IngestRefusal(file, `${cells.length} columns, not ${COLUMNS}`, index + 1);
    }
    const [code = "", name = "", , boardCode = ""] = cells;
    if (!/^[A-Z0-9]{3,8}$/.test(code))
      throw new IngestRefusal(file, `"${code}" is not an ODS code`, index + 1, "1");
    return { code, name, boardCode, postcode: (cells[9] ?? "").replace(/ /g, "") };
  });
}
