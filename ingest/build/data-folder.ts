import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReferenceDataset } from "@/domain/areas/reference-dataset";
import { IngestRefusal } from "@/ingest/refusal";
import { DATASETS, type DatasetKey } from "./dataset-registry";

/** A publisher's file, whole, with its SHA-256 for the record. */
export type SourceFile = { key: DatasetKey; path: string; bytes: Buffer; text: string; sha256: string };

/**
 * Reads one known file from the folder given to the command.
 * @throws IngestRefusal saying where the publisher offers it, when it is not there.
 */
export function readSource(folder: string, key: DatasetKey): SourceFile {
  const { path, sourceUrl } = DATASETS[key];
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, path));
  } catch {
    throw new IngestRefusal(path, `not found in ${folder}; its publisher offers it at ${sourceUrl}`);
  }
  const text = path.endsWith(".zip") ? "" : bytes.toString("utf8");
  return { key, path, bytes, text, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** What datasets.json says of a file that was read. */
export function datasetRecord({ key, sha256 }: SourceFile, rows: number): ReferenceDataset {
  const { path: _path, ...known } = DATASETS[key];
  return { ...known, rows, sha256 };
}
