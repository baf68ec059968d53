import { createHash } from "node:crypto";
import { join } from "node:path";
import { readDiagnosticCentres } from "@/ingest/community-diagnostic-centres";
import { readGpPayments } from "@/ingest/gp-payments";
import { readNhsukHospitals } from "@/ingest/nhsuk-hospitals";
import { readOdsBranches } from "@/ingest/ods-branches";
import { readOdsOrganisations } from "@/ingest/ods-organisations";
import { IngestRefusal } from "@/ingest/refusal";
import { DATASETS, type DatasetKey } from "./dataset-registry";
import { type DownloadLimits, download } from "./download";
import { type CqcOffer, fetchCqc } from "./fetch-cqc";
import { recordFetched } from "./fetched-files";
import { kilobytes, writeAtomically } from "./reference-files";

const ODS = "https://www.odsdatasearchandexport.nhs.uk/api/getReport?report=";

/** A register's live file, and the reader that must accept it before it takes the place of the file that is there. */
export type LiveFile = { key: DatasetKey; url: string; read: (path: string, bytes: Buffer) => unknown[] };

/**
 * Where the publishers offer the files today (docs/data-sources.md says how each was checked). Reports of the
 * Organisation Data Service are made anew every night; the payments file is of one year, and each year has an own address.
 */
export const LIVE_FILES: readonly LiveFile[] = [
  { key: "gp-practices", url: `${ODS}epraccur`, read: readOds },
  { key: "gp-branches", url: `${ODS}ebranchs`, read: readBranches },
  { key: "nhs-trusts", url: `${ODS}etr`, read: readOds },
  {
    key: "hospitals",
    url: "https://media.nhswebsite.nhs.uk/data/foi/Hospital.csv",
    read: readNhsukHospitals,
  },
  {
    key: "diagnostic-centres",
    url: "https://raw.githubusercontent.com/alphagov/frontend/main/app/assets/javascripts/views/landing_page/map/data/cdc.geojson.js",
    read: (path, bytes) => readDiagnosticCentres(path, bytes.toString("utf8")),
  },
  {
    key: "gp-payments",
    url: "https://files.digital.nhs.uk/05/E6ADA0/nhspaymentsgp-22-23-prac-csv.csv",
    read: (path, bytes) => readGpPayments(path, bytes.toString("utf8")),
  },
];

/** For each request. */
export const FETCH_LIMITS: DownloadLimits = { milliseconds: 120_000, bytes: 60_000_000 };

/**
 * Downloads the registers into a folder laid out as the dataset registry says. Each file is read before it replaces the
 * one that was there; one that fails leaves it in place, and the others are still fetched.
 * @param cqc where the regulator offers its lists and its API; null leaves them out.
 * @throws IngestRefusal naming every file that could not be fetched, with the page where its publisher offers it.
 */
export async function fetchRegisters(
  folder: string,
  say: (line: string) => void,
  files: readonly LiveFile[] = LIVE_FILES,
  limits: DownloadLimits = FETCH_LIMITS,
  cqc: CqcOffer | null = null,
): Promise<void> {
  if (folder === "") throw new IngestRefusal("registers fetch", "name the folder to download into");
  const failed: string[] = [];
  for (const { key, url, read } of files) {
    const { path, title, sourceUrl } = DATASETS[key];
    try {
      const bytes = await download(url, limits);
      const rows = read(path, bytes).length;
      if (rows === 0) throw new IngestRefusal(path, "no rows");
      writeAtomically(join(folder, path), bytes);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      recordFetched(folder, key, { fetchedOn: new Date().toISOString().slice(0, 10), url, sha256 });
      say(`${path}: ${rows} rows, ${kilobytes(bytes.length)}`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      say(`${path}: not fetched`);
      failed.push(`${title}: ${reason}. The publisher's page: ${sourceUrl}`);
    }
  }
  const lists = cqc === null ? [] : await fetchCqc(folder, say, cqc, limits);
  if (failed.length > 0 || lists.length > 0) {
    const told = failed.length > 0 ? `${failed.length} of ${files.length}` : `${lists.length}`;
    throw new IngestRefusal(folder, `${told} files were not fetched\n${[...failed, ...lists].join("\n")}`);
  }
}

function readBranches(path: string, bytes: Buffer): unknown[] {
  return readOdsBranches(path, bytes.toString("utf8"));
}

function readOds(path: string, bytes: Buffer): unknown[] {
  return readOdsOrganisations(path, bytes.toString("utf8"));
}
