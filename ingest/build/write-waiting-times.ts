import { readFileSync } from "node:fs";
import { areaIndex } from "@/db/reference/outlines";
import { readClassification } from "@/db/reference/provider-classification";
import { REFERENCE_FOLDER } from "@/db/reference/read-together";
import {
  encodeWaitingTimes,
  SHARE_OF_CARE_FILE,
  WAITING_TIMES_FILE,
} from "@/db/reference/waiting-times-table";
import type { AreaRecord } from "@/domain/areas/area";
import { readOdsOrganisations } from "@/ingest/ods-organisations";
import { readGeonamesPlaces } from "@/ingest/places-geonames";
import { IngestRefusal } from "@/ingest/refusal";
import { readRttExtract } from "@/ingest/rtt-extract";
import { readTowns } from "@/ingest/towns-simplemaps";
import { buildWaitingTimes, type Known } from "./build-waiting-times";
import { datasetRecord, readSource } from "./data-folder";
import { namedTownFinder } from "./find-named-town";
import { kilobytes, recordDatasets, writeBrotli } from "./reference-files";

/**
 * Writes the compact tables of the waiting-times extract: what providers outside the register of trusts did, and the
 * share of care by payer, kind and specialty. Needs what `areas` writes, and every provider in the reviewed table.
 */
export async function writeWaitingTimes(folder: string, say: (line: string) => void): Promise<void> {
  const extract = readSource(folder, "waiting-times");
  const known = readKnown(folder, extract.path);
  const { classification } = known;
  const rows = readRttExtract(extract.path, extract.bytes);
  const { waitingTimes, shareOfCare, ...built } = await buildWaitingTimes(rows, known);
  say(
    `${built.rows} rows, ${built.providers} providers, ${built.notInTrustRegister} not in the register of trusts`,
  );
  for (const [part, pathways] of Object.entries(built.totals)) say(`${part}: ${pathways} pathways`);
  for (const code of built.unused) say(`${code} is classified, but not in this month's extract`);
  const sites = new Map(
    classification.codes.flatMap(({ code, site }) => (site ? [[code, site] as const] : [])),
  );
  for (const { code, town } of waitingTimes.providers) {
    const site = sites.get(code);
    const isPlaced = town !== null || site?.registerCode !== undefined || site?.postcode !== undefined;
    if (site !== undefined && !isPlaced) say(`${site.name} (${code}) has no town that we can place`);
  }
  for (const [path, text] of [
    [WAITING_TIMES_FILE, encodeWaitingTimes(waitingTimes)],
    [SHARE_OF_CARE_FILE, JSON.stringify(shareOfCare)],
  ] as const) {
    say(`${path}: ${kilobytes(writeBrotli(path, text))}`);
  }
  recordDatasets([datasetRecord(extract, built.rows)]);
}

/** What the extract is read against: the register of trusts, the health bodies of today, the reviewed table, the towns. */
export function readKnown(folder: string, file: string): Known {
  const trusts = readSource(folder, "nhs-trusts");
  const towns = readSource(folder, "towns");
  const places = readSource(folder, "place-names");
  return {
    file,
    trusts: new Set(readOdsOrganisations(trusts.path, trusts.text).map(({ code }) => code)),
    healthBodies: readHealthBodies(),
    classification: readClassification(),
    findTown: namedTownFinder(
      readTowns(towns.path, towns.text),
      readGeonamesPlaces(places.path, places.text),
      areaIndex("health-body"),
    ),
  };
}

function readHealthBodies(): Map<string, string> {
  const path = `${REFERENCE_FOLDER}/areas.json`;
  const areas: AreaRecord[] = JSON.parse(readFileSync(path, "utf8"));
  const healthBodies = areas.flatMap(({ kind, code, odsCode }) =>
    kind === "icb" && odsCode !== null ? [[odsCode, code] as const] : [],
  );
  if (healthBodies.length === 0) throw new IngestRefusal(path, "no health body with an ODS code in it");
  return new Map(healthBodies);
}
