import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { decodeEnded, EndedEncoder } from "@/db/reference/ended-postcodes";
import { areaIndex } from "@/db/reference/outlines";
import { decodePostcodes } from "@/db/reference/postcode-decode";
import { PostcodeEncoder } from "@/db/reference/postcode-encode";
import type { PostcodeTable } from "@/db/reference/postcode-table";
import { REFERENCE_FOLDER, readTogether } from "@/db/reference/read-together";
import { type AreaRecord, HEALTH_BODY_KINDS } from "@/domain/areas/area";
import type { ReferenceDataset } from "@/domain/areas/reference-dataset";
import { readOdsOrganisations, readWelshHealthBodies } from "@/ingest/ods-organisations";
import { IngestRefusal } from "@/ingest/refusal";
import { buildOverlaps } from "./build-overlaps";
import { changeLines, comparePostcodes } from "./compare-postcodes";
import { datasetRecord, readSource } from "./data-folder";
import { DATASETS, POSTCODE_DIRECTORY } from "./dataset-registry";
import { type Put, replaceTogether } from "./file-set";
import { matchHealthBodyCodes } from "./match-health-body-codes";
import { findDirectoryFile } from "./postcode-directory-file";
import { type PostcodeSink, readBritish, readDirectory, readIrish } from "./read-postcodes";
import { kilobytes, recordDatasets, writeBrotli, writeJsonRows } from "./reference-files";

type Say = (line: string) => void;
/** `output` and `leastLive` are for tests: where the tables lie, and how few live postcodes a directory may have. */
type Options = { output?: string; leastLive?: number };

/**
 * Writes the postcode table, how the areas overlap, and the ODS codes of the health bodies into areas.json, from Code-Point Open
 * and the Northern Ireland file, or from an ONS directory where the folder holds one: then also the table of
 * postcodes that ended. Needs what `areas` writes. Nothing is replaced before every row is read.
 * @param place a folder, or `--onspd` with the directory's file as the next argument
 * @throws IngestRefusal
 */
export async function writePostcodes(
  place: string,
  say: Say,
  file?: string,
  { output = REFERENCE_FOLDER, leastLive }: Options = {},
): Promise<void> {
  const isAlone = place === "--onspd";
  if (isAlone && file === undefined) throw new IngestRefusal("--onspd", "name the directory's file after it");
  const directory = isAlone ? (file ?? null) : findDirectoryFile(place);
  const has = (key: keyof typeof DATASETS) => !isAlone && existsSync(join(place, DATASETS[key].path));
  const areas = readAreas(output);
  const sink = makeSink(areas);
  const used: ReferenceDataset[] = [];
  const irish = directory === null || has("northern-ireland-postcodes");
  if (irish) used.push(readIrish(place, sink));
  if (directory === null) used.push(await readBritish(place, sink, say));
  else used.push(await readDirectory(directory, sink, say, { irish: !irish, leastLive }));
  const trusts = directory === null || has("nhs-trusts") ? readSource(place, "nhs-trusts") : null;
  const organisations = trusts && readOdsOrganisations(trusts.path, trusts.text);
  if (trusts && organisations) used.push(datasetRecord(trusts, organisations.length));
  const practices = organisations && has("gp-practices") ? readSource(place, "gp-practices") : null;
  const welsh = practices ? readWelshHealthBodies(practices.path, practices.text) : [];
  await replaceTogether(output, (put) => {
    const table = saveTables(output, sink, say, put);
    const overlaps = `${JSON.stringify(buildOverlaps(table, areaIndex("region")))}\n`;
    say(`${output}/area-overlaps.json: ${kilobytes(put(`${output}/area-overlaps.json`, overlaps))}`);
    if (organisations) {
      const healthBodyCodes = matchHealthBodyCodes([...organisations, ...welsh], table);
      sayHealthBodyCodes(areas, healthBodyCodes, say);
      writeJsonRows(`${output}/areas.json`, withHealthBodyCodes(areas, healthBodyCodes), put);
    }
    sayWhatIsMissing(table, say);
    recordDatasets(used, { folder: output, replaces: unused(used), put });
  });
}

/** Sources of postcodes that the table no longer rests on. */
function unused(used: readonly ReferenceDataset[]): string[] {
  const sources = [DATASETS["code-point-open"], DATASETS["northern-ireland-postcodes"], POSTCODE_DIRECTORY];
  return sources.map(({ key }) => key).filter((key) => !used.some((dataset) => dataset.key === key));
}

function makeSink(areas: readonly AreaRecord[]): PostcodeSink {
  const codes = (kinds: readonly string[]) =>
    new Set(areas.filter(({ kind }) => kinds.includes(kind)).map(({ code }) => code));
  return {
    live: new PostcodeEncoder(),
    ended: new EndedEncoder(),
    indexes: {
      constituency: areaIndex("constituency"),
      council: areaIndex("council"),
      healthBody: areaIndex("health-body"),
    },
    known: {
      constituency: codes(["constituency"]),
      council: codes(["council"]),
      healthBody: codes(HEALTH_BODY_KINDS),
    },
  };
}

/** Packs both and compares them with what is there, before anything counts. */
function saveTables(output: string, { live, ended }: PostcodeSink, say: Say, put: Put): PostcodeTable {
  const path = `${output}/postcodes.br`;
  const endedPath = `${output}/postcodes-ended.br`;
  const packed = finish(live);
  const packedEnded = ended.units > 0 ? finish(ended) : null;
  const table = decodePostcodes(packed);
  const before = readOld(path, decodePostcodes);
  const endedBefore = readOld(endedPath, decodeEnded)?.inward.length ?? 0;
  say(`${path}: ${kilobytes(writeBrotli(path, packed, put))}, ${live.units} postcodes`);
  if (packedEnded !== null) {
    const size = kilobytes(writeBrotli(endedPath, packedEnded, put));
    say(`${endedPath}: ${size}, ${ended.units} ended postcodes, ${endedBefore} before`);
  } else if (endedBefore > 0) say(`${endedBefore} ended postcodes of an earlier directory are kept`);
  if (before === null) say("no table of this format was there before to compare with");
  else for (const line of changeLines(comparePostcodes(before, table))) say(line);
  return table;
}

/** A postcode that two rows have is the file's mistake, not the program's. */
function finish(encoder: { finish(): Uint8Array }): Uint8Array {
  try {
    return encoder.finish();
  } catch (error) {
    if (error instanceof RangeError) throw new IngestRefusal("postcodes", error.message);
    throw error;
  }
}

/** What is about to be replaced; null where there is none, or one of another format. */
function readOld<Table>(path: string, decode: (bytes: Uint8Array) => Table): Table | null {
  try {
    return decode(brotliDecompressSync(readFileSync(path)));
  } catch {
    return null;
  }
}

function readAreas(output: string): AreaRecord[] {
  const [text] = readTogether(["areas.json"], output);
  if (text) return JSON.parse(text.toString());
  throw new IngestRefusal(
    `${output}/areas.json`,
    "not there yet; run `npm run ingest -- areas <folder>` first",
  );
}

type HealthBodyCodes = ReadonlyMap<string, string>;

function withHealthBodyCodes(areas: readonly AreaRecord[], odsCodes: HealthBodyCodes): AreaRecord[] {
  return areas.map((area) => ({ ...area, odsCode: odsCodes.get(area.code) ?? area.odsCode }));
}

function sayHealthBodyCodes(areas: readonly AreaRecord[], odsCodes: HealthBodyCodes, say: Say): void {
  const healthBodies = areas.filter(
    ({ kind, nation }) => kind === "icb" || (kind === "health-board" && nation === "wales"),
  );
  const without = healthBodies.filter(({ code }) => !odsCodes.has(code)).map(({ nameEn }) => nameEn);
  say(
    `ODS codes for ${odsCodes.size} of ${healthBodies.length} boards${without.length ? `; none for ${without}` : ""}`,
  );
}

function sayWhatIsMissing(table: PostcodeTable, say: Say): void {
  const missing = (column: ArrayLike<number>) =>
    Array.prototype.filter.call(column, (code) => code === 0).length;
  say(
    `without a constituency ${missing(table.constituency)}, council ${missing(table.council)}, ` +
      `health body ${missing(table.healthBody)}`,
  );
}
