import { IngestRefusal } from "../refusal";
import { type CqcFile, type CqcLocation, holderOf, isRegulatorNumber, practiceCodeOf } from "./location";
import { dayInTitle, readDay } from "./read-day";
import type { SheetRow } from "./sheet-row";

/** A layout by the heading that tells it, and what is read of one of its rows. */
type Layout = { kind: "table" | "active" | "directory"; id: string; read: (cell: Cell) => Read };
type Cell = (heading: string) => string;
type Read = Omit<CqcLocation, "line" | "locationId"> & { why: string | null };

/**
 * The headings are the publisher's own ("Care directory with filters", "HSCA_Active_Locations"; the weekly "CQC_directory"; and the
 * columns of the copy that this project ships). Others are left alone: registered managers, nominated individuals and partners are
 * among them.
 */
const LAYOUTS: readonly Layout[] = [
  { kind: "active", id: "location id", read: readActive },
  { kind: "directory", id: "cqc location id (for office use only)", read: readDirectory },
  { kind: "directory", id: "cqc location (for office use only", read: readDirectory },
  { kind: "directory", id: "cqc location (for office use only)", read: readDirectory },
  { kind: "table", id: "location_id", read: readTable },
];

/** Titles, notes and whole sheets of them may stand above the headings. */
const MOST_ABOVE = 500;

/**
 * Reads the regulator's lists as rows of cells, whatever program wrote them: the weekly directory, the monthly list of active locations,
 * or the copy of October 2024.
 * @throws IngestRefusal for a file without such headings, or one that names a location twice.
 */
export async function readCqcRows(file: string, rows: AsyncIterable<SheetRow>): Promise<CqcFile> {
  let above = 0;
  let asOf: string | null = null;
  let table: { layout: Layout; sheet: string; at: Map<string, number> } | undefined;
  const locations = new Map<string, CqcLocation>();
  const unread: CqcFile["unread"] = [];
  for await (const { sheet, number, cells } of rows) {
    if (!table) {
      asOf ??= cells.map(dayInTitle).find((day) => day !== null) ?? null;
      const at = new Map(cells.map((cell, index) => [headingOf(cell), index]));
      const layout = LAYOUTS.find(({ id }) => at.has(id));
      if (layout) table = { layout, sheet, at };
      above += 1;
      if (above > MOST_ABOVE) break;
      continue;
    }
    // Another sheet of the same workbook lists locations that are registered twice.
    if (sheet !== table.sheet) break;
    const { layout, at } = table;
    const cell: Cell = (heading) => cells[at.get(heading) ?? -1]?.trim() ?? "";
    const locationId = cell(layout.id);
    if (locationId === "" && practiceCodeOf(cell("location ods code")) === null) continue;
    const { why, ...read } = layout.read(cell);
    if (!isRegulatorNumber(locationId)) {
      unread.push({ line: number, why: "its number of the location is none of the register" });
      continue;
    }
    if (why !== null) {
      unread.push({ line: number, why });
      continue;
    }
    if (locations.has(locationId))
      throw new IngestRefusal(file, `"${locationId}" is there twice`, number, layout.id);
    locations.set(locationId, { line: number, locationId, ...read });
  }
  if (!table) throw new IngestRefusal(file, "this column is missing", null, "Location ID");
  const { kind } = table.layout;
  return {
    kind,
    asOf,
    isComplete: kind !== "table",
    locations: [...locations.values()],
    companies: [],
    unread,
  };
}

const headingOf = (cell: string) => cell.replace(/\s+/g, " ").trim().toLowerCase();

function readActive(cell: Cell): Read {
  const code = practiceCodeOf(cell("location ods code"));
  const started = cell("location hsca start date");
  const registeredOn = readDay(started);
  const ended = cell("location hsca end date");
  // Of what is no practice nobody needs the day.
  const why =
    code !== null && registeredOn === null ? `its start date “${started.slice(0, 40)}” is no day` : null;
  return {
    code,
    registeredOn,
    endedOn: ended === "" ? null : readDay(ended),
    providerId: null,
    why,
    holder: holderOf({
      ownership: cell("provider ownership type"),
      providerId: cell("provider id"),
      name: cell("provider name"),
      companyNumber: cell("provider companies house number"),
      charityNumber: cell("provider charity number"),
      locationName: cell("location name"),
    }),
  };
}

/** It has neither codes nor days nor forms: that a location is still listed, and with whose number, is what it says. */
function readDirectory(cell: Cell): Read {
  const providerId =
    cell("cqc provider id (for office use only)") || cell("cqc provider (for office use only)");
  return {
    code: null,
    registeredOn: null,
    endedOn: null,
    holder: null,
    providerId: isRegulatorNumber(providerId) ? providerId : null,
    why: null,
  };
}

function readTable(cell: Cell): Read {
  const code = practiceCodeOf(cell("ods_code"));
  const registeredOn = readDay(cell("registered_on"));
  const why = code === null ? "it has no code of a practice" : registeredOn === null ? "it has no day" : null;
  const ownership = cell("provider_type").replace("nhs-body", "nhs body");
  const holder = holderOf({
    ownership,
    providerId: cell("provider_id"),
    name: cell("provider_name"),
    companyNumber: cell("company_number"),
    charityNumber: cell("charity_number"),
    locationName: cell("location_name"),
  });
  return { code, registeredOn, endedOn: null, providerId: null, holder, why };
}
