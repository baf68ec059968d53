import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { REFERENCE_FOLDER } from "@/db/reference/read-together";
import type { ReferenceDataset } from "@/domain/areas/reference-dataset";
import type { Put } from "./file-set";

/**
 * Writes a file whole or not at all: a killed run leaves the old one in place, because the new one takes its name
 * only when it is complete.
 * @returns bytes written
 */
export function writeAtomically(path: string, content: string | Uint8Array): number {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, content);
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return Buffer.byteLength(content);
}

/** Writes an array as JSON with one row to a line, so that a change of one row is a change of one line. */
export function writeJsonRows(path: string, rows: readonly unknown[], put: Put = writeAtomically): number {
  return put(path, `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`);
}

/** Writes bytes compressed with brotli at its best. */
export function writeBrotli(path: string, content: string | Uint8Array, put: Put = writeAtomically): number {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return put(path, brotliCompressSync(bytes, { params }));
}

/**
 * Replaces the records of the datasets just read and keeps the others, sorted by key.
 * @param where.replaces keys of datasets whose place the fresh ones took: their records go
 */
export function recordDatasets(
  fresh: readonly ReferenceDataset[],
  {
    folder = REFERENCE_FOLDER,
    replaces = [],
    put = writeAtomically,
  }: { folder?: string; replaces?: readonly string[]; put?: Put } = {},
): void {
  const file = `${folder}/datasets.json`;
  const read: ReferenceDataset[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
  const old = read.filter(({ key }) => !replaces.includes(key));
  const byKey = new Map([...old, ...fresh].map((dataset) => [dataset.key, dataset]));
  const sorted = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  put(file, `${JSON.stringify(sorted, null, 2)}\n`);
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
