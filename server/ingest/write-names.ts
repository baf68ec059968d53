import { readFileSync } from "node:fs";
import { encodeNames } from "@/db/reference/names";
import { areaIndex } from "@/db/reference/outlines";
import { postcodeTable } from "@/db/reference/postcodes";
import type { AreaRecord } from "@/domain/areas/area";
import type { AreaOverlaps } from "@/domain/areas/area-overlap";
import { readGeonamesPlaces } from "@/ingest/places-geonames";
import { IngestRefusal } from "@/ingest/refusal";
import { readTowns } from "@/ingest/towns-simplemaps";
import { buildNames } from "./build-names";
import { datasetRecord, readSource } from "./data-folder";
import { kilobytes, REFERENCE_FOLDER, recordDatasets, writeBrotli } from "./reference-files";

/**
 * Writes the towns, villages and suburbs that the look-up box knows, each with its constituencies and council. Needs
 * what `areas` and `postcodes` write.
 */
export function writeNames(folder: string, say: (line: string) => void): void {
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
  const path = `${REFERENCE_FOLDER}/names.br`;
  say(`${path}: ${kilobytes(writeBrotli(path, encodeNames(names)))}, ${names.length} names`);
  const several = names.filter(({ constituencies }) => constituencies.length > 1).length;
  say(`${several} of them lie in more than one constituency`);
  recordDatasets([datasetRecord(files.towns, towns.length), datasetRecord(files.places, places.length)]);
}

function readTable<Table>(name: string, command: string): Table {
  const path = `${REFERENCE_FOLDER}/${name}`;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Table;
  } catch {
    throw new IngestRefusal(path, `not there yet; run \`npm run ingest -- ${command} <folder>\` first`);
  }
}
