import { IngestRefusal } from "./refusal";

/** A hospital as the NHS website listed it. Degrees WGS84. */
export type NhsukHospital = {
  /** ODS site code. */
  code: string;
  name: string;
  addressLines: string[];
  town: string;
  /** As given, with its space. */
  postcode: string;
  lon: number | null;
  lat: number | null;
  /** The organisation it belongs to. Judge by this: the file's Sector column calls 288 sites of NHS trusts independent. */
  parentCode: string;
  parentName: string;
};

const SEPARATOR = "¬";
const COLUMNS = [
  "OrganisationCode",
  "OrganisationStatus",
  "OrganisationName",
  "Address1",
  "Address2",
  "Address3",
  "City",
  "Postcode",
  "Latitude",
  "Longitude",
  "ParentODSCode",
  "ParentName",
] as const;
type Column = (typeof COLUMNS)[number];

/**
 * Reads `Hospital.csv` of the NHS website's data sets: latin-1, separated by ¬, nothing quoted.
 * Rows that the website did not show are left out.
 * @throws IngestRefusal naming row and column.
 */
export function readNhsukHospitals(file: string, bytes: Uint8Array): NhsukHospital[] {
  const lines = Buffer.from(bytes).toString("latin1").split(/\r?\n/);
  const header = (lines[0] ?? "").split(SEPARATOR);
  for (const column of COLUMNS) {
    if (!header.includes(column)) throw new IngestRefusal(file, "this column is missing", 1, column);
  }
  const seen = new Set<string>();
  return lines.slice(1).flatMap((line, index) => {
    if (line.trim() === "") return [];
    const row = index + 2;
    const cells = line.split(SEPARATOR);
    if (cells.length !== header.length) {
      throw new IngestRefusal(file, `${cells.length} columns, not ${header.length}`, row);
    }
    const cell = (column: Column) => (cells[header.indexOf(column)] ?? "").trim().replace(/\s+/g, " ");
    if (cell("OrganisationStatus") !== "Visible") return [];
    const hospital = toHospital(file, row, cell);
    if (seen.has(hospital.code)) {
      throw new IngestRefusal(file, `"${hospital.code}" is there twice`, row, "OrganisationCode");
    }
    seen.add(hospital.code);
    return [hospital];
  });
}

function toHospital(file: string, row: number, cell: (column: Column) => string): NhsukHospital {
  const need = (column: Column, pattern: RegExp, what: string) => {
    const text = cell(column);
    if (!pattern.test(text)) throw new IngestRefusal(file, `"${text}" is not ${what}`, row, column);
    return text;
  };
  const degrees = (column: Column) => {
    if (cell(column) === "") return null;
    const number = Number(cell(column));
    if (!Number.isFinite(number) || Math.abs(number) > 90) {
      throw new IngestRefusal(file, `"${cell(column)}" is not degrees`, row, column);
    }
    return number;
  };
  return {
    code: need("OrganisationCode", /^[A-Z0-9]{3,8}$/, "an ODS code"),
    name: need("OrganisationName", /./, "a name"),
    addressLines: [cell("Address1"), cell("Address2"), cell("Address3")].filter((line) => line !== ""),
    town: cell("City"),
    postcode: need("Postcode", /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/, "a postcode"),
    lon: degrees("Longitude"),
    lat: degrees("Latitude"),
    parentCode: need("ParentODSCode", /^[A-Z0-9]{3,8}$/, "an ODS code"),
    parentName: cell("ParentName"),
  };
}
