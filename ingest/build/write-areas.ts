import { encodeOutlines } from "@/db/reference/outline-file";
import { REFERENCE_FOLDER, readTogether } from "@/db/reference/read-together";
import type { AreaKind, AreaRecord } from "@/domain/areas/area";
import { conformBorders } from "@/domain/areas/geometry-conform";
import type { Representative } from "@/domain/areas/representative";
import { type BoundaryFeature, readBoundaryGeojson } from "@/ingest/boundary-geojson";
import { readConstituencyPopulation } from "@/ingest/constituency-population";
import { readMembersOfParliament } from "@/ingest/members-of-parliament";
import { IngestRefusal } from "@/ingest/refusal";
import { readRegionsTopojson } from "@/ingest/regions-topojson";
import { readWelshNames } from "@/ingest/welsh-names";
import { buildAreas } from "./build-areas";
import { changedRows } from "./compare-rows";
import { datasetRecord, readSource, type SourceFile } from "./data-folder";
import { DATASETS } from "./dataset-registry";
import { type Put, replaceTogether } from "./file-set";
import { type LightProperties, lightOutlines, selectOutlines } from "./light-outlines";
import { kilobytes, recordDatasets, writeBrotli, writeJsonRows } from "./reference-files";

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
 * assigning points and the light ones for drawing: all of them together, or none.
 * @param say receives one line for each step, for the person at the terminal
 */
export async function writeAreas(folder: string, say: (line: string) => void): Promise<void> {
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

  const { constituencies, councils, healthBodies, regions, welshNames, population } = files;
  const used = [
    datasetRecord(constituencies, sources.constituencies.length),
    datasetRecord(councils, sources.councils.length),
    datasetRecord(healthBodies, sources.healthBodies.length),
    datasetRecord(regions, sources.regions.regions.length + sources.regions.nations.length),
    datasetRecord(welshNames, sources.welshNames.byCode.size),
    datasetRecord(population, sources.populations.size),
    datasetRecord(files.members, members.length),
  ];
  const before = readBefore();
  const withCodes = withKnownOdsCodes(areas, before.areas ?? []);
  for (const line of changedRows(before.areas, withCodes, ({ kind, code }) => `${kind} ${code}`, "areas"))
    say(line);
  const seatOf = ({ constituencyCode }: Representative) => constituencyCode;
  for (const line of changedRows(before.members, members, seatOf, "members")) say(line);
  await replaceTogether(REFERENCE_FOLDER, (put) => {
    const files: Files = { put, say };
    writeJsonRows(`${REFERENCE_FOLDER}/areas.json`, withCodes, put);
    writeJsonRows(`${REFERENCE_FOLDER}/representatives.json`, members, put);
    writeFullOutlines("constituency", sources.constituencies, files);
    writeFullOutlines("council", sources.councils, files);
    writeFullOutlines("health-body", sources.healthBodies, files);
    writeFullOutlines("region", sources.regions.regions, files);
    writeLightOutlines(areas, sources, files);
    recordDatasets(used, { put });
  });
}

type Files = { put: Put; say: (line: string) => void };

/** What is about to be replaced; null for a table that was not there. */
function readBefore(): { areas: AreaRecord[] | null; members: Representative[] | null } {
  const [areas, members] = readTogether(["areas.json", "representatives.json"]).map((bytes) =>
    bytes ? JSON.parse(bytes.toString()) : null,
  );
  return { areas, members };
}

/** The 2026 health bodies were dissolved out of councils by their publishers, so neighbours do not quite meet. */
function withSharedBorders(features: readonly BoundaryFeature[]): BoundaryFeature[] {
  const conformed = conformBorders(features.map(({ polygons }) => polygons));
  return features.map((feature, index) => ({ ...feature, polygons: conformed[index] ?? [] }));
}

/** `postcodes` finds the ODS codes of health bodies; what it wrote last time stays until it runs again. */
function withKnownOdsCodes(areas: readonly AreaRecord[], old: readonly AreaRecord[]): AreaRecord[] {
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

function writeFullOutlines(kind: string, features: readonly BoundaryFeature[], { put, say }: Files): void {
  const path = `${REFERENCE_FOLDER}/outlines-${kind}.topojson.br`;
  const bytes = writeBrotli(path, JSON.stringify(encodeOutlines(features)), put);
  say(`${path}: ${kilobytes(bytes)}`);
}

type LightSources = Parameters<typeof buildAreas>[0];

function writeLightOutlines(areas: readonly AreaRecord[], sources: LightSources, { put, say }: Files): void {
  const named = (...kinds: AreaKind[]): Map<string, LightProperties> =>
    new Map(
      areas
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ code, slug, nameEn, nameCy }) => [code, { code, slug, nameEn, nameCy }]),
    );
  const write = (kind: AreaKind, topology: unknown) => {
    const path = `${LIGHT_FOLDER}/${kind}.json`;
    say(`${path}: ${kilobytes(put(path, JSON.stringify(topology)))}`);
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
