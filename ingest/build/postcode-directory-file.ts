import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import type { ReferenceDataset } from "@/domain/areas/reference-dataset";
import { IngestRefusal } from "@/ingest/refusal";
import { POSTCODE_DIRECTORY } from "./dataset-registry";

/** As the ONS names them: ONSPD_NOV_2025.zip, and in it Data/ONSPD_NOV_2025_UK.csv; NSPL_… for the lookup. */
const FILE_NAME = /^(ONSPD|NSPL)[A-Z\d]*_.*\.(csv|zip)$/i;
const TABLE_NAME = /^(ONSPD|NSPL)[A-Z\d]*_([A-Z]{3})[A-Z]*_(\d{4})_UK\.csv$/i;
const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const TITLES = { ONSPD: "ONS Postcode Directory", NSPL: "National Statistics Postcode Lookup" };

/** An ONS directory or lookup, ready to be read once. */
export type DirectoryFile = {
  /** For messages: the file, and the table in it. */
  name: string;
  csv: Readable;
  /** How much of the table has been read, from 0 to 1. */
  shareRead: () => number;
  close: () => void;
  title: string;
  /** Such as 2025-11. */
  vintage: string;
};

/**
 * The ONS directory or lookup in a folder or its `postcodes/`; null when there is none.
 * @throws IngestRefusal when there is more than one
 */
export function findDirectoryFile(folder: string): string | null {
  const found = [folder, join(folder, "postcodes")].filter(existsSync).flatMap((place) =>
    readdirSync(place)
      .filter((name) => FILE_NAME.test(name))
      .map((name) => join(place, name)),
  );
  if (found.length > 1)
    throw new IngestRefusal(folder, `more than one ONS directory (${found.join(", ")}); leave one`);
  return found[0] ?? null;
}

/**
 * Opens a CSV, or the table of the whole United Kingdom in a zip, without holding either in memory.
 * @throws IngestRefusal when it is not there, or no such table is in it.
 */
export async function openDirectoryFile(path: string): Promise<DirectoryFile> {
  if (!existsSync(path)) throw missing(path);
  if (!path.toLowerCase().endsWith(".zip")) {
    const naming = readName(path, basename(path));
    return opened(path, naming, { stream: createReadStream(path), size: statSync(path).size });
  }
  const zip = await openPromise(path, { autoClose: false }).catch((error: Error) => {
    throw new IngestRefusal(path, `not a zip file: ${error.message}`);
  });
  const entry = await tableIn(zip);
  if (entry === null) {
    zip.close();
    throw new IngestRefusal(path, "no table such as ONSPD_NOV_2025_UK.csv in it");
  }
  const table = basename(entry.fileName);
  const stream = await zip.openReadStreamPromise(entry);
  const file = opened(`${path}, ${table}`, readName(path, table), { stream, size: entry.uncompressedSize });
  return {
    ...file,
    close: () => {
      file.close();
      zip.close();
    },
  };
}

function missing(path: string): IngestRefusal {
  return new IngestRefusal(path, `not found; its publisher offers it at ${POSTCODE_DIRECTORY.sourceUrl}`);
}

/** The zip also holds one table for each postcode area, documents and lists of names: none of them is it. */
async function tableIn(zip: ZipFile): Promise<Entry | null> {
  for await (const entry of zip.eachEntry()) if (TABLE_NAME.test(basename(entry.fileName))) return entry;
  return null;
}

type Naming = Pick<DirectoryFile, "title" | "vintage">;

/** Which of the two it is, and of which month: nothing in the table itself says either. */
function readName(file: string, table: string): Naming {
  const [, product = "", month = "", year = ""] = TABLE_NAME.exec(table) ?? [];
  const number = MONTHS.indexOf(month.toUpperCase()) + 1;
  if (number === 0)
    throw new IngestRefusal(
      file,
      "its name does not say which month it is of, as ONSPD_NOV_2025_UK.csv does",
    );
  return {
    title: TITLES[product.toUpperCase() as keyof typeof TITLES],
    vintage: `${year}-${String(number).padStart(2, "0")}`,
  };
}

function opened(
  name: string,
  naming: Naming,
  { stream, size }: { stream: Readable; size: number },
): DirectoryFile {
  let read = 0;
  const csv = new Transform({
    transform(chunk, _encoding, done) {
      read += chunk.length;
      done(null, chunk);
    },
  });
  stream.on("error", (error) => csv.destroy(error)).pipe(csv);
  return {
    name,
    csv,
    shareRead: () => read / size,
    close: () => stream.destroy(),
    ...naming,
  };
}

/** What datasets.json says of it. Reads the file once more, for its SHA-256. */
export async function directoryRecord(
  path: string,
  { title, vintage }: Pick<DirectoryFile, "title" | "vintage">,
  rows: number,
): Promise<ReferenceDataset> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  const attribution = POSTCODE_DIRECTORY.attribution.replaceAll("{year}", vintage.slice(0, 4));
  return { ...POSTCODE_DIRECTORY, title, vintage, attribution, rows, sha256: hash.digest("hex") };
}
