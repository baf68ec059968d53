import { xlsxOf } from "@/ingest/testing-xlsx";
import { odsOf } from "@/ingest/workbook/testing-ods";

/** For tests: the regulator's files as it writes them, small enough to write by hand. */

/** Headings of the monthly list of active locations, those that are read among those that are not. */
export const ACTIVE_HEADINGS = [
  "Location ID",
  "Location HSCA start date",
  "Dormant (Y/N)",
  "Care home?",
  "Location Name",
  "Location ODS Code",
  "Location Telephone Number",
  "Registered manager",
  "Provider Companies House Number",
  "Provider Charity Number",
  "Provider ID",
  "Provider Name",
  "Provider Ownership Type",
  "Provider Nominated Individual Name",
  "Provider Main Partner Name",
] as const;

export const DIRECTORY_HEADINGS = [
  "Name",
  "Also known as",
  "Address",
  "Postcode",
  "Phone number",
  "Service's website (if available)",
  "Service types",
  "Date of latest check",
  "Specialisms/services",
  "Provider name",
  "Local authority",
  "Region",
  "Location URL",
  "CQC Location ID (for office use only)",
  "CQC Provider ID (for office use only)",
] as const;

/** One location as the lists have it. */
export type MadeUpLocation = {
  id: string;
  code?: string;
  /** ISO. */
  since?: string;
  name?: string;
  ownership?: string;
  providerId?: string;
  provider?: string;
  company?: string;
  person?: string;
};

const dayInFigures = (iso: string) => iso.split("-").reverse().join("/");

export function activeRows(locations: readonly MadeUpLocation[]): string[][] {
  return locations.map((one) => {
    const cells: Partial<Record<(typeof ACTIVE_HEADINGS)[number], string>> = {
      "Location ID": one.id,
      "Location HSCA start date": one.since === undefined ? "" : dayInFigures(one.since),
      "Location Name": one.name ?? "A Surgery",
      "Location ODS Code": one.code ?? "",
      "Registered manager": one.person ?? "",
      "Provider Companies House Number": one.company ?? "",
      "Provider ID": one.providerId ?? "",
      "Provider Name": one.provider ?? "",
      "Provider Ownership Type": one.ownership ?? "Organisation",
      "Provider Main Partner Name": one.person ?? "",
    };
    return ACTIVE_HEADINGS.map((heading) => cells[heading] ?? "");
  });
}

export function directoryRows(locations: readonly MadeUpLocation[]): string[][] {
  return locations.map((one) => {
    const cells: Partial<Record<(typeof DIRECTORY_HEADINGS)[number], string>> = {
      Name: one.name ?? "A Surgery",
      "Provider name": one.provider ?? "",
      "Location URL": `https://www.cqc.org.uk/location/${one.id}`,
      "CQC Location ID (for office use only)": one.id,
      "CQC Provider ID (for office use only)": one.providerId ?? "",
    };
    return DIRECTORY_HEADINGS.map((heading) => cells[heading] ?? "");
  });
}

/** Four lines stand above the headings. */
export const titlesOf = (day: string): string[][] => [
  ["CQC Locations data"],
  [""],
  [`This data was produced on ${day}`],
  [""],
];

export function csvOf(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `${rows.map((row) => row.map(quoted).join(",")).join("\n")}\n`;
}

export const activeCsv = (locations: readonly MadeUpLocation[], day = "1 October 2026"): string =>
  csvOf([...titlesOf(day), [...ACTIVE_HEADINGS], ...activeRows(locations)]);

export const directoryCsv = (locations: readonly MadeUpLocation[], day = "16 September 2026"): string =>
  csvOf([...titlesOf(day), [...DIRECTORY_HEADINGS], ...directoryRows(locations)]);

export const activeXlsx = (locations: readonly MadeUpLocation[], day = "1 October 2026"): Buffer =>
  xlsxOf([...titlesOf(day), [...ACTIVE_HEADINGS], ...activeRows(locations)]);

/** With a sheet of notes before and a sheet of locations that are registered twice behind, as the regulator's has. */
export function activeOds(locations: readonly MadeUpLocation[], day = "01 October 2026"): Buffer {
  const table = (name: string, rows: readonly (readonly string[])[]) => {
    const cell = (text: string) =>
      text === ""
        ? "<table:table-cell/>"
        : `<table:table-cell office:value-type="string"><text:p>${text.replaceAll("&", "&amp;")}</text:p></table:table-cell>`;
    const drawn = rows.map((row) => `<table:table-row>${row.map(cell).join("")}</table:table-row>`);
    const empty =
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    return `<table:table table:name="${name}">${drawn.join("")}${empty}</table:table>`;
  };
  return odsOf(
    table("README", [["Active locations"], [`Source: CQC database as at ${day}`]]) +
      table("HSCA_Active_Locations", [[...ACTIVE_HEADINGS], ...activeRows(locations)]) +
      table("Dual_Registration_Locations", [
        ["Location ID", "Linked Organisation ID"],
        ["1-1", "1-2"],
      ]),
  );
}

/** Answers of the API as `registers fetch` keeps them. */
export function apiJson(locations: readonly MadeUpLocation[], fetchedOn = "2026-10-01"): string {
  return JSON.stringify({
    fetchedOn,
    locations: locations.map((one) => ({
      locationId: one.id,
      providerId: one.providerId,
      organisationType: "Location",
      name: one.name ?? "A Surgery",
      odsCode: one.code,
      registrationStatus: "Registered",
      registrationDate: one.since,
      regulatedActivities: [{ name: "Family planning", contacts: [{ personFamilyName: one.person ?? "" }] }],
    })),
    providers: locations.map((one) => ({
      providerId: one.providerId,
      name: one.provider,
      ownershipType: one.ownership ?? "Organisation",
      companiesHouseNumber: one.company,
      nominatedIndividual: one.person,
    })),
  });
}
