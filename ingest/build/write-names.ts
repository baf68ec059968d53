import { readFileSync } from "node:fs";
import { encodeNames, readNames } from "@/db/reference/names";
import { areaIndex } from "@/db/reference/outlines";
import { postcodeTable } from "@/db/reference/postcodes";
import { REFERENCE_FOLDER } from "@/db/reference/read-together";
import type { AreaRecord } from "@/domain/areas/area";
import type { AreaOverlaps } from "@/domain/areas/area-overlap";
import type { Settlement } from "@/domain/search/settlement";
import { readGeonamesPlaces } from "@/ingest/places-geonames";
import { IngestRefusal } from "@/ingest/refusal";
import { readTowns } from "@/ingest/towns-simplemaps";
import { buildNames } from "./build-names";
import { changedRows } from "./compare-rows";
import { datasetRecord, readSource } from "./data-folder";
import { replaceTogether } from "./file-set";
import { kilobytes, recordDatasets, writeBrotli } from "./reference-files";

/**
 * Writes the towns, villages and suburbs that the look-up box knows, each with its constituencies and council. Needs
 * what `areas` and `postcodes` write.
 */
export async function writeNames(folder: string, say: (line: string) => void): Promise<void> {
  const files = { towns: readSource(folder, "towns"), places: readSource(folder, "place-names") };
  const towns = readTowns(files.towns.path, files.towns.text);
  const places = readGeonamesPlaces(files.places.path, files.places.text);
  const names = buildNames({
    places,
    towns,
    table: postcodeTable(),
    areas: readTable<AreaRecord[]>("areas.json", "areas"),
    overlaps: readTable<AreaOverlaps>("area-overlaps.json", "postcodes"),
    constituencies: areaIndex("constituency"),
    councils: areaIndex("council"),
  });
  for (const line of changedRows(readOldNames(), names, ({ slug }) => slug, "names")) say(line);
  const several = names.filter(({ constituencies }) => constituencies.length > 1).length;
  say(`${several} of them lie in more than one constituency`);
  const used = [datasetRecord(files.towns, towns.length), datasetRecord(files.places, places.length)];
  await replaceTogether(REFERENCE_FOLDER, (put) => {
    const path = `${REFERENCE_FOLDER}/names.br`;
    say(`${path}: ${kilobytes(writeBrotli(path, encodeNames(names), put))}, ${names.length} names`);
    recordDatasets(used, { put });
  });
}

/** Null where there was none, or one of another format. */
function readOldNames(): Settlement[] | null {
  try {
    return readNames();
  } catch {
    return null;
  }
}

function readTable<Table>(name: string, command: string): Table {
  const path = `${REFERENCE_FOLDER}/${name}`;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Table;
  } catch {
    throw new IngestRefusal(path, `not there yet; run \`npm run ingest -- ${command} <folder>\` first`);
  }
}
