import { readFileSync } from "node:fs";
import { areaIndex } from "@/db/reference/outlines";
import { decodePostcodes } from "@/db/reference/postcode-decode";
import { PostcodeEncoder } from "@/db/reference/postcode-encode";
import type { PostcodeTable } from "@/db/reference/postcode-table";
import { postcodeTable } from "@/db/reference/postcodes";
import { type AreaRecord, HEALTH_BODY_KINDS } from "@/domain/areas/area";
import { readCodePointOpen } from "@/ingest/code-point-open";
import { readNorthernIrelandPostcodes } from "@/ingest/northern-ireland-postcodes";
import { readOdsOrganisations } from "@/ingest/ods-organisations";
import { IngestRefusal } from "@/ingest/refusal";
import { buildOverlaps } from "./build-overlaps";
import { fromCodePoint, fromNorthernIreland } from "./build-postcodes";
import { changeLines, comparePostcodes } from "./compare-postcodes";
import { datasetRecord, readSource } from "./data-folder";
import { matchBoardCodes } from "./match-board-codes";
import {
  kilobytes,
  REFERENCE_FOLDER,
  recordDatasets,
  writeAtomically,
  writeBrotli,
  writeJsonRows,
} from "./reference-files";

const PROGRESS_ROWS = 250_000;
/** What Code-Point Open holds, roughly: for the time left only. */
const EXPECTED_ROWS = 1_750_000;

/**
 * Reads Code-Point Open and the Northern Ireland file and writes the postcode table, how the areas overlap, and the
 * ODS codes of the boards into areas.json. Needs what `areas` writes. Nothing is replaced before every row is read.
 */
export async function writePostcodes(folder: string, say: (line: string) => void): Promise<void> {
  const files = {
    codePoint: readSource(folder, "code-point-open"),
    northernIreland: readSource(folder, "northern-ireland-postcodes"),
    trusts: readSource(folder, "nhs-trusts"),
  };
  const areas = readAreas();
  const trusts = readOdsOrganisations(files.trusts.path, files.trusts.text);
  const irish = readNorthernIrelandPostcodes(files.northernIreland.path, files.northernIreland.text);
  const encoder = new PostcodeEncoder();
  for (const row of irish) encoder.add(fromNorthernIreland(row, areaIndex("constituency")));
  const british = await readBritish(files.codePoint, areas, encoder, say);
  const packed = encoder.finish();
  const path = `${REFERENCE_FOLDER}/postcodes.br`;
  const before = readOldTable();
  say(`${path}: ${kilobytes(writeBrotli(path, packed))}, ${encoder.units} postcodes`);
  const table = decodePostcodes(packed);
  sayWhatChanged(before, table, say);
  const overlaps = buildOverlaps(table, areaIndex("region"));
  const overlapsPath = `${REFERENCE_FOLDER}/area-overlaps.json`;
  say(`${overlapsPath}: ${kilobytes(writeAtomically(overlapsPath, `${JSON.stringify(overlaps)}\n`))}`);
  writeBoardCodes(areas, matchBoardCodes(trusts, table), say);
  sayWhatIsMissing(table, say);
  recordDatasets([
    datasetRecord(files.codePoint, british),
    datasetRecord(files.northernIreland, irish.length),
    datasetRecord(files.trusts, trusts.length),
  ]);
}

/** The table that is about to be replaced; null where there is none, or one of another format. */
function readOldTable(): PostcodeTable | null {
  try {
    return postcodeTable();
  } catch {
    return null;
  }
}

function sayWhatChanged(
  before: PostcodeTable | null,
  after: PostcodeTable,
  say: (line: string) => void,
): void {
  if (before === null) say("no table of this format was there before to compare with");
  else for (const line of changeLines(comparePostcodes(before, after))) say(line);
}

async function readBritish(
  { path, bytes }: { path: string; bytes: Buffer },
  areas: readonly AreaRecord[],
  encoder: PostcodeEncoder,
  say: (line: string) => void,
): Promise<number> {
  const indexes = {
    constituency: areaIndex("constituency"),
    council: areaIndex("council"),
    healthBody: areaIndex("health-body"),
  };
  const codes = (kinds: readonly string[]) =>
    new Set(areas.filter(({ kind }) => kinds.includes(kind)).map(({ code }) => code));
  const known = { council: codes(["council"]), healthBody: codes(HEALTH_BODY_KINDS) };
  const started = performance.now();
  let read = 0;
  for await (const row of readCodePointOpen(path, bytes)) {
    encoder.add(fromCodePoint(row, indexes, known));
    if (++read % PROGRESS_ROWS === 0) {
      const rate = read / ((performance.now() - started) / 1000);
      const left = Math.max(0, (EXPECTED_ROWS - read) / rate);
      say(`${read} read, ${Math.round(rate)} a second, about ${Math.round(left)} s left`);
    }
  }
  return read;
}

function readAreas(): AreaRecord[] {
  const path = `${REFERENCE_FOLDER}/areas.json`;
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new IngestRefusal(path, "not there yet; run `npm run ingest -- areas <folder>` first");
  }
}

function writeBoardCodes(
  areas: readonly AreaRecord[],
  odsCodes: ReadonlyMap<string, string>,
  say: (line: string) => void,
): void {
  const boards = areas.filter(({ kind }) => kind === "icb");
  writeJsonRows(
    `${REFERENCE_FOLDER}/areas.json`,
    areas.map((area) => ({ ...area, odsCode: odsCodes.get(area.code) ?? area.odsCode })),
  );
  const without = boards.filter(({ code }) => !odsCodes.has(code)).map(({ nameEn }) => nameEn);
  say(
    `ODS codes for ${odsCodes.size} of ${boards.length} boards${without.length ? `; none for ${without}` : ""}`,
  );
}

function sayWhatIsMissing(table: PostcodeTable, say: (line: string) => void): void {
  const missing = (column: ArrayLike<number>) =>
    Array.prototype.filter.call(column, (code) => code === 0).length;
  say(
    `without a constituency ${missing(table.constituency)}, council ${missing(table.council)}, ` +
      `health body ${missing(table.healthBody)}`,
  );
}
