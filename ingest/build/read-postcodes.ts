import type { EndedEncoder } from "@/db/reference/ended-postcodes";
import type { PostcodeEncoder } from "@/db/reference/postcode-encode";
import type { ReferenceDataset } from "@/domain/areas/reference-dataset";
import { parsePostcode } from "@/domain/postcodes/postcode";
import { readCodePointOpen } from "@/ingest/code-point-open";
import { readNorthernIrelandPostcodes } from "@/ingest/northern-ireland-postcodes";
import { readPostcodeDirectory } from "@/ingest/ons-postcode-directory";
import { IngestRefusal } from "@/ingest/refusal";
import {
  type AreaIndexes,
  fromCodePoint,
  fromDirectory,
  fromNorthernIreland,
  type KnownCodes,
} from "./build-postcodes";
import { datasetRecord, readSource } from "./data-folder";
import { directoryRecord, openDirectoryFile } from "./postcode-directory-file";
import { progress } from "./progress";

type Say = (line: string) => void;

/** Where rows go, and what they are judged by. */
export type PostcodeSink = {
  live: PostcodeEncoder;
  ended: EndedEncoder;
  indexes: AreaIndexes;
  known: KnownCodes;
};

/** What Code-Point Open holds, roughly: for the time left only. */
const CODE_POINT_ROWS = 1_750_000;

/** Reads Code-Point Open from a folder. */
export async function readBritish(folder: string, sink: PostcodeSink, say: Say): Promise<ReferenceDataset> {
  const source = readSource(folder, "code-point-open");
  const next = progress(say, (rows) => rows / CODE_POINT_ROWS);
  let read = 0;
  for await (const row of readCodePointOpen(source.path, source.bytes)) {
    sink.live.add(fromCodePoint(row, sink.indexes, sink.known));
    read = next();
  }
  return datasetRecord(source, read);
}

/** Reads the Northern Ireland file from a folder. */
export function readIrish(folder: string, sink: PostcodeSink): ReferenceDataset {
  const source = readSource(folder, "northern-ireland-postcodes");
  const rows = readNorthernIrelandPostcodes(source.path, source.text);
  for (const row of rows) sink.live.add(fromNorthernIreland(row, sink.indexes.constituency));
  return datasetRecord(source, rows.length);
}

/** Fewer live postcodes than this are a part of the directory, such as the table of one postcode area. */
export const LEAST_LIVE = 1_500_000;

/**
 * Reads an ONS Postcode Directory or National Statistics Postcode Lookup: live postcodes and, to themselves, ended ones.
 * Crown dependencies and codes of no place are in it and in no area of the map: they are counted and left out.
 * @param options.irish false leaves out live ones of Northern Ireland, which another file then gives
 * @throws IngestRefusal naming row and column, or when it is a part and not the whole
 */
export async function readDirectory(
  path: string,
  sink: PostcodeSink,
  say: Say,
  { irish, leastLive = LEAST_LIVE }: { irish: boolean; leastLive?: number | undefined },
): Promise<ReferenceDataset> {
  const file = await openDirectoryFile(path);
  const next = progress(say, file.shareRead);
  const counts = { rows: 0, live: 0, other: 0, irish: 0 };
  try {
    for await (const row of readPostcodeDirectory(file.name, file.csv)) {
      counts.rows = next();
      const parsed = parsePostcode(row.postcode);
      const isIrish = row.postcode.startsWith("BT");
      if (parsed.kind !== "unit") counts.other++;
      else if (row.terminated !== null) sink.ended.add(parsed.outcode, parsed.inward, row.terminated);
      else {
        counts.live++;
        if (isIrish) counts.irish++;
        if (irish || !isIrish) sink.live.add(fromDirectory(row, sink.indexes, sink.known));
      }
    }
  } finally {
    file.close();
  }
  if (counts.live < leastLive) {
    const reason = `only ${counts.live} live postcodes: a part of the directory, and the whole has 1.8 million`;
    throw new IngestRefusal(file.name, reason);
  }
  say(
    `${file.title}, ${file.vintage}: ${counts.rows} rows, ${counts.live} live, ${sink.ended.units} ended, ` +
      `${counts.other} of no place in the United Kingdom left out`,
  );
  if (irish && counts.irish > 0)
    say(
      "Its postcodes of Northern Ireland have terms of their own: read the ONS's licence page before you publish them.",
    );
  return directoryRecord(path, file, counts.rows);
}
