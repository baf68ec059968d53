import { encodeRegistrations, REGISTRATIONS_FILE } from "@/db/reference/registration-table";
import { REGISTERED_FORMS } from "@/domain/registrations/registration";
import { readCompanies } from "@/ingest/companies-house-gp-providers";
import { readCqcGpLocations } from "@/ingest/cqc-gp-locations";
import { datasetRecord, readSource } from "./data-folder";
import { kilobytes, recordDatasets, writeBrotli } from "./reference-files";

/** The day of the copy of the register that the project ships; the registry names its month. */
export const COPY_OF_THE_REGISTER = "2024-10-16";

/** Reads who is registered for GP practices and writes one compact table. Nothing is replaced before every row is read. */
export function writeRegistrations(folder: string, say: (line: string) => void): void {
  const file = readSource(folder, "gp-registrations");
  const companiesFile = readSource(folder, "gp-companies");
  const registrations = readCqcGpLocations(file.path, file.text);
  const all = readCompanies(companiesFile.path, companiesFile.text);
  const wanted = new Set(
    registrations.flatMap((one) => (one.form === "organisation" ? [one.organisation.companyNumber] : [])),
  );
  const companies = all.filter(({ number }) => wanted.has(number));
  const forms = REGISTERED_FORMS.map(
    (form) => `${form} ${registrations.filter((one) => one.form === form).length}`,
  );
  say(`${registrations.length} registrations: ${forms.join(", ")}; ${companies.length} companies`);
  const text = encodeRegistrations({ edition: COPY_OF_THE_REGISTER, registrations, companies });
  say(`${REGISTRATIONS_FILE}: ${kilobytes(writeBrotli(REGISTRATIONS_FILE, text))}`);
  recordDatasets([datasetRecord(file, registrations.length), datasetRecord(companiesFile, all.length)]);
}
