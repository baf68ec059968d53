import {
  REGISTERED_FORMS,
  type RegisteredForm,
  type Registration,
} from "@/domain/registrations/registration";
import { type CsvRow, readCsvRows } from "./csv-rows";
import { IngestRefusal } from "./refusal";

const COLUMNS = [
  "location_id",
  "ods_code",
  "registered_on",
  "provider_type",
  "provider_id",
  "company_number",
  "charity_number",
  "location_name",
  "provider_name",
] as const;
type Row = CsvRow<(typeof COLUMNS)[number]>;

/**
 * Reads the copy of the regulator's register: a row for each registration of a GP location, with those that ended. Names are
 * taken of organisations alone, whatever else the file should hold.
 * @throws IngestRefusal naming row and column.
 */
export function readCqcGpLocations(file: string, text: string): Registration[] {
  const seen = new Set<string>();
  return readCsvRows(file, text, COLUMNS).map((row) => {
    const registration = toRegistration(file, row);
    if (seen.has(registration.locationId))
      throw new IngestRefusal(file, `"${registration.locationId}" is there twice`, row.line, "location_id");
    seen.add(registration.locationId);
    return registration;
  });
}

function toRegistration(file: string, { line, cells }: Row): Registration {
  const refuse = (column: keyof typeof cells, what: string): never => {
    throw new IngestRefusal(file, `"${cells[column]}" is not ${what}`, line, column);
  };
  const { location_id: locationId, ods_code: code, registered_on: registeredOn } = cells;
  if (!/^[A-Z0-9-]{3,20}$/.test(locationId)) refuse("location_id", "a number of the register");
  if (!/^[A-Z]\d{5}$/.test(code)) refuse("ods_code", "the code of a practice");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(registeredOn)) refuse("registered_on", "a day");
  const form = formOf(cells.provider_type) ?? refuse("provider_type", "a kind of provider");
  const known = { locationId, code, registeredOn };
  if (form !== "organisation") return { ...known, form };
  const { provider_id: providerId, provider_name: name, location_name: locationName } = cells;
  if (providerId === "") refuse("provider_id", "a number of the register");
  if (name === "") refuse("provider_name", "a name");
  const companyNumber = cells.company_number || null;
  if (companyNumber !== null && !/^[A-Z0-9]{8}$/.test(companyNumber))
    refuse("company_number", "a number of Companies House");
  const organisation = { providerId, name, companyNumber, charityNumber: cells.charity_number || null };
  return { ...known, form, organisation, locationName };
}

function formOf(cell: string): RegisteredForm | undefined {
  return cell === "" ? "not-given" : REGISTERED_FORMS.find((form) => form === cell);
}
