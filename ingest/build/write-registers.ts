import { encodeLeads, encodePlaces, LEADS_FILE, PLACES_FILE } from "@/db/reference/place-table";
import { postcodeTable } from "@/db/reference/postcodes";
import type { RegisterPlace } from "@/domain/places/register-place";
import { readDiagnosticCentres } from "@/ingest/community-diagnostic-centres";
import { type GpPayment, readGpPayments } from "@/ingest/gp-payments";
import { readNhsukHospitals } from "@/ingest/nhsuk-hospitals";
import { readOdsOrganisations } from "@/ingest/ods-organisations";
import { buildLeads } from "./build-leads";
import { buildCentres, buildHospitals, buildPractices, buildTrusts } from "./build-places";
import { datasetRecord, readSource, type SourceFile } from "./data-folder";
import { endedPractices, endedTrusts } from "./ended-entries";
import { CQC_OFFER } from "./fetch-cqc";
import { FETCH_LIMITS, fetchRegisters, LIVE_FILES } from "./fetch-registers";
import { vintageOf } from "./fetched-files";
import { kilobytes, recordDatasets, writeBrotli } from "./reference-files";

type Say = (line: string) => void;

/** `registers <folder>` writes the tables; `registers fetch <folder>` downloads what they are written from. */
export async function registers(folder: string, say: Say, target = "", apiKey?: string): Promise<void> {
  if (folder === "fetch")
    await fetchRegisters(target, say, LIVE_FILES, FETCH_LIMITS, { ...CQC_OFFER, apiKey });
  else writeRegisters(folder, say);
}

/** Reads the registers of places and writes the two compact tables. Nothing is replaced before every row is read. */
export function writeRegisters(folder: string, say: Say): void {
  const files = readFiles(folder);
  const practices = readOdsOrganisations(files.practices.path, files.practices.text);
  const trusts = readOdsOrganisations(files.trusts.path, files.trusts.text);
  const hospitals = readNhsukHospitals(files.hospitals.path, files.hospitals.bytes);
  const centres = readDiagnosticCentres(files.centres.path, files.centres.text);
  const payments = readGpPayments(files.payments.path, files.payments.text);

  const table = postcodeTable();
  const built = {
    practices: buildPractices(practices, table),
    hospitals: buildHospitals(hospitals, new Set(trusts.map(({ code }) => code)), table),
    centres: buildCentres(centres, table),
    trusts: buildTrusts(trusts, table),
  };
  for (const [name, { places, positions, outside }] of Object.entries(built)) {
    const notes = Object.entries(positions).filter(([, number]) => number > 0);
    say(
      `${name}: ${places.length} places; positions: ${notes.map(([note, number]) => `${note} ${number}`).join(", ")}; ` +
        `outside the United Kingdom: ${outside}`,
    );
  }
  say(
    `hospitals: ${built.hospitals.merged} entries are of a place listed before, ${built.hospitals.careOf} in care of another`,
  );
  const places = Object.values(built).flatMap((one) => one.places);
  sayShared(places, say);
  const editions = {
    "gp-practices": vintageOf(folder, files.practices),
    hospitals: vintageOf(folder, files.hospitals),
    "diagnostic-centres": vintageOf(folder, files.centres),
    "nhs-trusts": vintageOf(folder, files.trusts),
  };
  const ended = [...endedPractices(practices), ...endedTrusts(trusts)];
  write(PLACES_FILE, encodePlaces({ editions, places, ended }), say);
  const leads = buildLeads(payments, practices);
  write(LEADS_FILE, encodeLeads({ year: vintageOf(folder, files.payments), leads }), say);
  sayContracts(payments, leads.length, say);
  record(folder, [
    [files.practices, practices.length],
    [files.trusts, trusts.length],
    [files.hospitals, hospitals.length],
    [files.centres, centres.length],
    [files.payments, payments.length],
  ]);
}

function readFiles(folder: string) {
  return {
    practices: readSource(folder, "gp-practices"),
    trusts: readSource(folder, "nhs-trusts"),
    hospitals: readSource(folder, "hospitals"),
    centres: readSource(folder, "diagnostic-centres"),
    payments: readSource(folder, "gp-payments"),
  } satisfies Record<string, SourceFile>;
}

function write(path: string, text: string, say: Say): void {
  say(`${path}: ${kilobytes(writeBrotli(path, text))}`);
}

function sayShared(places: readonly RegisterPlace[], say: Say): void {
  const byPostcode = new Map<string, number>();
  for (const { address } of places) {
    byPostcode.set(address.postcode, (byPostcode.get(address.postcode) ?? 0) + 1);
  }
  const shared = [...byPostcode.values()].filter((number) => number > 1);
  const together = shared.reduce((sum, number) => sum + number, 0);
  const earlier = places.filter(({ identifiers }) => identifiers.some(({ to }) => to !== null)).length;
  say(
    `${places.length} places; ${together} of them share ${shared.length} postcodes and stay places of their own`,
  );
  say(`${earlier} practices go on under another code than before`);
}

function sayContracts(payments: readonly GpPayment[], leads: number, say: Say): void {
  const byType = new Map<string, number>();
  for (const { contract } of payments) byType.set(contract, (byType.get(contract) ?? 0) + 1);
  const types = [...byType].map(([type, number]) => `${type} ${number}`);
  say(`contracts: ${types.join(", ")}; ${leads} leads`);
}

function record(folder: string, files: readonly (readonly [SourceFile, number])[]): void {
  recordDatasets(
    files.map(([file, rows]) => ({ ...datasetRecord(file, rows), vintage: vintageOf(folder, file) })),
  );
}
