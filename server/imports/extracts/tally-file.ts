import { createHash } from "node:crypto";
import { InvalidInputError } from "@/domain/errors";
import { detailed } from "@/domain/field-problem";
import { MOST_EXTRACT_BYTES } from "@/domain/imports/upload-limit";
import { type TalliedExtract, tallyExtract } from "@/ingest/build/tally-extract";
import { readSentExtract } from "@/ingest/rtt-upload";
import { fileProblem } from "@/server/imports/engine/edition-problems";
import type { Progress, SentFile } from "@/server/imports/engine/import-format";
import { EXTRACT_TITLE } from "@/server/registers/waiting-times/waiting-sources";

/**
 * Adds a file of an extract up as it arrives.
 * @throws InvalidInputError by field: it cannot be read, or counts another month.
 */
export async function tallyFile(
  month: string,
  { name, bytes }: SentFile,
  healthBodies: ReadonlyMap<string, string>,
  progress: Progress,
): Promise<{ tallied: TalliedExtract; contentHash: string }> {
  const hash = createHash("sha256").update("waiting-times ");
  try {
    const rows = readSentExtract(name, hashed(bytes, hash), MOST_EXTRACT_BYTES);
    const tallied = await tallyExtract(counted(rows, progress), { file: name, healthBodies });
    if (tallied.period === month) return { tallied, contentHash: hash.digest("hex") };
    throw new InvalidInputError({
      published: detailed("extract-month", { row: tallied.period, detail: month }),
    });
  } catch (error) {
    throw fileProblem(error, EXTRACT_TITLE);
  }
}

/** Rows between two words of how far the reading has come. */
const STEP = 10_000;

async function* counted<Row>(rows: AsyncIterable<Row>, progress: Progress): AsyncGenerator<Row> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count % STEP === 0) progress("read", count);
    yield row;
  }
}

async function* hashed(
  chunks: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
