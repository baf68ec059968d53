import { brotliDecompressSync } from "node:zlib";
import { readTableFile } from "@/db/reference/place-table";
import {
  COMPANY_STATUSES,
  COMPANY_TYPES,
  REGISTERED_FORMS,
  type RegisteredCompany,
  type RegisteredOrganisation,
  type Registration,
} from "@/domain/registrations/registration";

export const REGISTRATIONS_FILE = "db/seed/registers/gp-registrations.br";
const FORMAT = "nhs-map-gp-registrations";
/** Raise it when a reader of the older version would misread the table. */
const VERSION = 1;

/** What a copy of the regulator's register says of GP practices, and Companies House of the companies among them. */
export type RegistrationTable = {
  /** The day of the copy, ISO. */
  edition: string;
  registrations: Registration[];
  companies: RegisteredCompany[];
};

/** The table as text, a column an array. Names stand in the list of organisations and nowhere else. */
type Columns = {
  location: string[];
  code: string[];
  day: string[];
  form: number[];
  /** Number of the organisation in the list; -1 for every other form. */
  organisation: number[];
  /** Of organisations only, in their order. */
  locationName: string[];
};

export function encodeRegistrations({ edition, registrations, companies }: RegistrationTable): string {
  const sorted = [...registrations].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const ofOrganisations = sorted.flatMap((one) => (one.form === "organisation" ? [one] : []));
  const organisations = [
    ...new Map(ofOrganisations.map(({ organisation }) => [organisation.providerId, organisation])).values(),
  ];
  const numberOf = new Map(organisations.map(({ providerId }, index) => [providerId, index]));
  const columns: Columns = {
    location: sorted.map(({ locationId }) => locationId),
    code: sorted.map(({ code }) => code),
    day: sorted.map(({ registeredOn }) => registeredOn),
    form: sorted.map(({ form }) => REGISTERED_FORMS.indexOf(form)),
    organisation: sorted.map((one) =>
      one.form === "organisation" ? (numberOf.get(one.organisation.providerId) ?? -1) : -1,
    ),
    locationName: ofOrganisations.map(({ locationName }) => locationName),
  };
  return JSON.stringify({ format: FORMAT, version: VERSION, edition, organisations, companies, columns });
}

/** @throws Error for a table of another format or version. */
export function decodeRegistrations(text: string): RegistrationTable {
  const table = JSON.parse(text) as {
    format?: unknown;
    version?: unknown;
    edition: string;
    organisations: RegisteredOrganisation[];
    companies: RegisteredCompany[];
    columns: Columns;
  };
  if (table.format !== FORMAT || table.version !== VERSION)
    throw new Error(`not a table of format ${FORMAT}, version ${VERSION}`);
  const { columns, organisations } = table;
  let named = 0;
  const registrations = columns.location.map((locationId, row): Registration => {
    const known = { locationId, code: columns.code[row] ?? "", registeredOn: columns.day[row] ?? "" };
    const form = REGISTERED_FORMS[columns.form[row] ?? -1];
    if (form === undefined) throw new Error(`row ${row} of the table has no form`);
    if (form !== "organisation") return { ...known, form };
    const organisation = organisations[columns.organisation[row] ?? -1];
    if (organisation === undefined) throw new Error(`row ${row} of the table has no organisation`);
    const locationName = columns.locationName[named] ?? "";
    named += 1;
    return { ...known, form, organisation, locationName };
  });
  for (const { type, status } of table.companies)
    if (!COMPANY_TYPES.includes(type) || !COMPANY_STATUSES.includes(status))
      throw new Error(`the table has a company of an unknown kind: ${type}, ${status}`);
  return { edition: table.edition, registrations, companies: table.companies };
}

/** @param packed as it lies in the clone. */
export function unpackRegistrations(
  packed: Uint8Array = readTableFile(REGISTRATIONS_FILE),
): RegistrationTable {
  return decodeRegistrations(brotliDecompressSync(packed).toString("utf8"));
}

/** By practice, the newest last, as the register has them. */
function keyOf({ code, registeredOn, locationId }: Registration): string {
  return `${code} ${registeredOn} ${locationId}`;
}
