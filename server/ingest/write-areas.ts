import { existsSync, readFileSync } from "node:fs";
import { encodeOutlines } from "@/db/reference/outline-file";
import type { AreaKind, AreaRecord } from "@/domain/areas/area";
import { conformBorders } from "@/domain/areas/geometry-conform";
import { type BoundaryFeature, readBoundaryGeojson } from "@/ingest/boundary-geojson";
import { readConstituencyPopulation } from "@/ingest/constituency-population";
import { readMembersOfParliament } from "@/ingest/members-of-parliament";
import { IngestRefusal } from "@/ingest/refusal";
import { readRegionsTopojson } from "@/ingest/regions-topojson";
import { readWelshNames } from "@/ingest/welsh-names";
import { buildAreas } from "./build-areas";
import { datasetRecord, readSource, type SourceFile } from "./data-folder";
import { DATASETS } from "./dataset-registry";
import { type LightProperties, lightOutlines, selectOutlines } from "./light-outlines";
import {
  kilobytes,
  REFERENCE_FOLDER,
  recordDatasets,
  writeAtomically,
  writeBrotli,
  writeJsonRows,
} from "./reference-files";

export const LIGHT_FOLDER = "public/map/outlines";

/** How much detail each drawing keeps: chosen so that all of them stay under 2 MB together. */
const DETAIL = {
  constituencies: { keep: 0.16, smallest: 2e-5 },
  councils: { keep: 0.1, smallest: 2e-5 },
  healthBodies: { keep: 0.06, smallest: 4e-5 },
  regions: { keep: 0.3, smallest: 4e-5 },
  nations: { keep: 0.3, smallest: 4e-5 },
};

/**
 * Reads the boundary and politics files of a data folder and writes the area tables, the full outlines for
 * assigning points and the light ones for drawing. Each file is replaced whole; a refusal replaces none.
 * @param say receives one line for each step, for the person at the terminal
 */
export function writeAreas(folder: string, say: (line: string) => void): void {
  const source = (key: keyof typeof DATASETS) => readSource(folder, key);
  const files = {
    constituencies: source("constituencies"),
    councils: source("councils"),
    healthBodies: source("health-bodies"),
    regions: source("regions"),
    welshNames: source("welsh-names"),
    population: source("population"),
    members: source("members"),
  };
  const outline = ({ path, text }: SourceFile) => readBoundaryGeojson(path, text);
  const sources = {
    constituencies: outline(files.constituencies),
    councils: outline(files.councils),
    healthBodies: withSharedBorders(outline(files.healthBodies)),
    regions: readRegionsTopojson(files.regions.path, files.regions.text),
    welshNames: readWelshNames(files.welshNames.path, files.welshNames.text),
    populations: readConstituencyPopulation(files.population.path, files.population.text),
  };
  const { vintage } = DATASETS.members;
  const members = readMembersOfParliament(files.members.path, files.members.text, vintage);
  const areas = buildAreas(sources);
  refuseUnknownSeats(areas, members, files.members.path);
  say(`${areas.length} areas and ${members.length} members read`);

  writeJsonRows(`${REFERENCE_FOLDER}/areas.json`, withKnownOdsCodes(areas));
  writeJsonRows(`${REFERENCE_FOLDER}/representatives.json`, members);
  writeFullOutlines("constituency", sources.constituencies, say);
  writeFullOutlines("council", sources.councils, say);
  writeFullOutlines("health-body", sources.healthBodies, say);
  writeFullOutlines("region", sources.regions.regions, say);
  writeLightOutlines(areas, sources, say);
  const { constituencies, councils, healthBodies, regions, welshNames, population } = files;
  recordDatasets([
    datasetRecord(constituencies, sources.constituencies.length),
    datasetRecord(councils, sources.councils.length),
    datasetRecord(healthBodies, sources.healthBodies.length),
    datasetRecord(regions, sources.regions.regions.length + sources.regions.nations.length),
    datasetRecord(welshNames, sources.welshNames.byCode.size),
    datasetRecord(population, sources.populations.size),
    datasetRecord(files.members, members.length),
  ]);
}

/** The 2026 boards were dissolved out of councils by their publishers, so neighbours do not quite meet. */
function withSharedBorders(features: readonly BoundaryFeature[]): BoundaryFeature[] {
  const conformed = conformBorders(features.map(({ polygons }) => polygons));
  return features.map((feature, index) => ({ ...feature, polygons: conformed[index] ?? [] }));
}

/** `postcodes` finds the ODS codes of boards; what it wrote last time stays until it runs again. */
function withKnownOdsCodes(areas: readonly AreaRecord[]): AreaRecord[] {
  const path = `${REFERENCE_FOLDER}/areas.json`;
  const old: AreaRecord[] = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : [];
  const known = new Map(old.map(({ kind, code, odsCode }) => [`${kind} ${code}`, odsCode]));
  return areas.map((area) => ({ ...area, odsCode: known.get(`${area.kind} ${area.code}`) ?? null }));
}

function refuseUnknownSeats(
  areas: readonly AreaRecord[],
  members: readonly { constituencyCode: string }[],
  file: string,
): void {
  const seats = new Set(areas.filter(({ kind }) => kind === "constituency").map(({ code }) => code));
  const stranger = members.findIndex(({ constituencyCode }) => !seats.has(constituencyCode));
  if (stranger !== -1) {
    throw new IngestRefusal(file, "not a constituency of the boundary file", stranger + 2, "PCON24CD");
  }
}

function writeFullOutlines(
  kind: string,
  features: readonly BoundaryFeature[],
  say: (line: string) => void,
): void {
  const path = `${REFERENCE_FOLDER}/outlines-${kind}.topojson.br`;
  const bytes = writeBrotli(path, JSON.stringify(encodeOutlines(features)));
  say(`${path}: ${kilobytes(bytes)}`);
}

type LightSources = Parameters<typeof buildAreas>[0];

function writeLightOutlines(
  areas: readonly AreaRecord[],
  sources: LightSources,
  say: (line: string) => void,
): void {
  const named = (...kinds: AreaKind[]): Map<string, LightProperties> =>
    new Map(
      areas
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ code, slug, nameEn, nameCy }) => [code, { code, slug, nameEn, nameCy }]),
    );
  const write = (kind: AreaKind, topology: unknown) => {
    const path = `${LIGHT_FOLDER}/${kind}.json`;
    say(`${path}: ${kilobytes(writeAtomically(path, JSON.stringify(topology)))}`);
  };
  const { constituencies, councils, healthBodies, regions } = sources;
  write("constituency", lightOutlines(constituencies, named("constituency"), DETAIL.constituencies));
  write("council", lightOutlines(councils, named("council"), DETAIL.councils));
  const bodies = named("icb", "health-board", "hsc-trust");
  const health = lightOutlines(healthBodies, bodies, DETAIL.healthBodies);
  for (const kind of ["icb", "health-board", "hsc-trust"] as const) {
    write(kind, selectOutlines(health, new Set(named(kind).keys())));
  }
  write("region", lightOutlines(regions.regions, named("region"), DETAIL.regions));
  write("nation", lightOutlines(regions.nations, named("nation"), DETAIL.nations));
}
