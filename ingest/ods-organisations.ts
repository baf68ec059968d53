import { parse } from "csv-parse/sync";
import { IngestRefusal } from "./refusal";

/** An organisation of the NHS Organisation Data Service's headerless 27-column files, as far as areas and places need it. */
export type OdsOrganisation = {
  code: string;
  name: string;
  /** ODS code of the integrated care board (England) it lies in; "" where there is none, Q99 for all of Wales. */
  healthBodyCode: string;
  /** Without a space; "" where there is none. */
  postcode: string;
  /** Those of the five address lines that say something, in capitals as the register has them. */
  addressLines: string[];
  /** ISO days; null where the register gives none. */
  openedOn: string | null;
  closedOn: string | null;
  /** A active, C closed, D dormant, P proposed; "" in files that do not use it (trusts). */
  status: (typeof STATUSES)[keyof typeof STATUSES];
  /** True for what the register calls a GP practice; prescribers of other settings, such as prisons, are in the file too. */
  isGpPractice: boolean;
};

/** Statuses as the files up to 2025 write them, and as "Data Search and Export" does since. */
const STATUSES = { "": "", A: "A", C: "C", D: "D", P: "P", ACTIVE: "A", INACTIVE: "C" } as const;

const COLUMNS = 27;

/**
 * Reads an ODS file such as `etr` (NHS trusts) or `epraccur` (GP practices and other prescribers). Columns, counted
 * from 1: 1 code, 2 name, 4 high-level geography, 5 to 9 address, 10 postcode, 11 opened, 12 closed, 13 status, 26
 * prescribing setting: 4 for a GP practice (ODS, "epraccur" file specification), or a list of roles with RO76 in what
 * "Data Search and Export" has offered since 2025.
 * @throws IngestRefusal naming the row, and the column by its number.
 */
export function readOdsOrganisations(file: string, text: string): OdsOrganisation[] {
  return readOdsRows(file, text, (organisation) => organisation);
}

/** One row of such a file beside what every file has: its cells and days, by the number of their column. */
type OdsCells = { cell: (column: number) => string; day: (column: number) => string | null };

/**
 * As `readOdsOrganisations`, with what a file has besides.
 * @throws IngestRefusal naming the row, and the column by its number.
 */
export function readOdsRows<Row>(
  file: string,
  text: string,
  toRow: (organisation: OdsOrganisation, cells: OdsCells) => Row,
): Row[] {
  return parseOrRefuse(file, text).map((cells, index) => {
    const row = index + 1;
    if (cells.length !== COLUMNS)
      throw new IngestRefusal(file, `${cells.length} columns, not ${COLUMNS}`, row);
    const cell = (column: number) => (cells[column - 1] ?? "").trim();
    const code = cell(1);
    const dayIn = (column: number) => day(file, cell(column), row, String(column));
    if (!/^[A-Z0-9]{3,9}$/.test(code))
      throw new IngestRefusal(file, `"${code}" is not an ODS code`, row, "1");
    const status = STATUSES[cell(13) as keyof typeof STATUSES];
    if (status === undefined) throw new IngestRefusal(file, `"${cell(13)}" is not a status`, row, "13");
    const organisation = {
      code,
      name: cell(2),
      healthBodyCode: cell(4),
      postcode: cell(10).replace(/ /g, ""),
      addressLines: [5, 6, 7, 8, 9].map(cell).filter((line) => line !== ""),
      openedOn: dayIn(11),
      closedOn: dayIn(12),
      status,
      isGpPractice: cell(26)
        .split("|")
        .some((setting) => setting === "4" || setting === "RO76"),
    };
    return toRow(organisation, { cell, day: dayIn });
  });
}

/**
 * The health board that the register of practices names for each entry of Wales (column 15, such as 7A1), where column 4
 * says no more than Q99, Wales; with the entry's postcode.
 * @throws IngestRefusal for a file that cannot be read
 */
export function readWelshHealthBodies(
  file: string,
  text: string,
): { healthBodyCode: string; postcode: string }[] {
  return parseOrRefuse(file, text)
    .filter((cells) => cells[3]?.trim() === "Q99" && /^7A[0-9]$/.test(cells[14]?.trim() ?? ""))
    .map((cells) => ({
      healthBodyCode: (cells[14] ?? "").trim(),
      postcode: (cells[9] ?? "").replace(/ /g, ""),
    }));
}

function parseOrRefuse(file: string, text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][];
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : null;
    throw new IngestRefusal(file, error instanceof Error ? error.message : String(error), line);
  }
}

function day(file: string, text: string, row: number, column: string): string | null {
  if (text === "") return null;
  const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  const iso = `${year}-${month}-${date}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) {
    throw new IngestRefusal(file, `"${text}" is not a day`, row, column);
  }
  return iso;
}
