import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AreaIndex } from "@/db/reference/area-index";
import { postcodeTable } from "@/db/reference/postcodes";
import { REFERENCE_FOLDER, readTogether } from "@/db/reference/read-together";
import type { AreaRecord } from "@/domain/areas/area";
import type { AreaHistory } from "@/domain/areas/area-history";
import { readBoundaryGeojson } from "@/ingest/boundary-geojson";
import { readConstituencyNames } from "@/ingest/constituency-names";
import { readConstituencyOverlap } from "@/ingest/constituency-overlap";
import { IngestRefusal } from "@/ingest/refusal";
import { healthBodyHistory, seatHistory } from "./build-history";
import { changedRows } from "./compare-rows";
import { datasetRecord, readSource } from "./data-folder";
import { replaceTogether } from "./file-set";
import { kilobytes, recordDatasets } from "./reference-files";

/** Not in every data folder: without it the constituencies of 2010 go by their codes. */
const OLD_NAMES = "boundaries/constituency-names-2010.csv";

/**
 * Writes which areas ended, when, and where each one went. Needs what `areas` and `postcodes` write.
 * @param say receives one line for each step, for the person at the terminal
 */
export async function writeHistory(folder: string, say: (line: string) => void): Promise<void> {
  const files = {
    seats: readSource(folder, "constituency-overlap"),
    healthBodies: readSource(folder, "icbs-2023"),
  };
  const current = readAreas();
  const names = readOldNames(folder);
  const overlaps = readConstituencyOverlap(files.seats.path, files.seats.text);
  const healthBodies = readBoundaryGeojson(files.healthBodies.path, files.healthBodies.text);
  const histories = [
    seatHistory(overlaps, names, current),
    healthBodyHistory(healthBodies, new AreaIndex(healthBodies), postcodeTable(), current),
  ];
  const history: AreaHistory = {
    areas: histories.flatMap(({ areas }) => areas),
    successions: histories.flatMap(({ successions }) => successions),
  };
  const rows = (list: readonly unknown[]) => list.map((row) => JSON.stringify(row)).join(",\n");
  const text = `{"areas":[\n${rows(history.areas)}\n],"successions":[\n${rows(history.successions)}\n]}\n`;
  sayChanges(history, say);
  for (const kind of ["constituency", "icb"] as const) {
    say(`${history.areas.filter((area) => area.kind === kind).length} ended areas of the kind ${kind}`);
  }
  if (names.size === 0) say(`${OLD_NAMES} is not there: constituencies of 2010 go by their codes`);
  const used = [
    datasetRecord(files.seats, overlaps.length),
    datasetRecord(files.healthBodies, healthBodies.length),
  ];
  await replaceTogether(REFERENCE_FOLDER, (put) => {
    const path = `${REFERENCE_FOLDER}/area-history.json`;
    say(`${path}: ${kilobytes(put(path, text))}`);
    recordDatasets(used, { put });
  });
}

function sayChanges(history: AreaHistory, say: (line: string) => void): void {
  const [text] = readTogether(["area-history.json"]);
  const before = text ? (JSON.parse(text.toString()) as AreaHistory) : null;
  const area = ({ kind, code }: AreaHistory["areas"][number]) => `${kind} ${code}`;
  const path = ({ from, to }: AreaHistory["successions"][number]) => `${from} to ${to}`;
  for (const line of changedRows(before?.areas ?? null, history.areas, area, "ended areas")) say(line);
  for (const line of changedRows(before?.successions ?? null, history.successions, path, "successions"))
    say(line);
}

function readOldNames(folder: string): Map<string, string> {
  const path = join(folder, OLD_NAMES);
  return existsSync(path) ? readConstituencyNames(OLD_NAMES, readFileSync(path, "utf8")) : new Map();
}

function readAreas(): AreaRecord[] {
  const path = `${REFERENCE_FOLDER}/areas.json`;
  if (!existsSync(path)) {
    throw new IngestRefusal(path, "not there yet; run `npm run ingest -- areas <folder>` first");
  }
  return JSON.parse(readFileSync(path, "utf8"));
}
