import { createHash, randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import { insertCareMonth } from "@/db/queries/care-months";
import { findNewestMonth, listBoardCodes, listTrustCodes } from "@/db/queries/extracts";
import { readClassification } from "@/db/reference/provider-classification";
import type { CampaignerActor } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { problemOfSourceDate } from "@/domain/dates/plausible";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import { canImport } from "@/domain/imports/import-policy";
import { MOST_EXTRACT_BYTES } from "@/domain/imports/upload-limit";
import { type TalliedExtract, tallyExtract } from "@/ingest/build/tally-extract";
import { readSentExtract } from "@/ingest/rtt-upload";
import { fileProblem } from "@/server/imports/engine/edition-problems";
import { keepPreview, type ReadEdition } from "@/server/imports/engine/keep-preview";
import { trustsCare } from "@/server/imports/extracts/extract-care";
import { findExtractDoubts } from "@/server/imports/extracts/extract-edition";
import { countRows, rowsOfExtract, storedRows } from "@/server/imports/extracts/extract-rows";
import { filedCodes, trustCodes } from "@/server/imports/extracts/filed-code";
import { planExtract } from "@/server/imports/extracts/plan-extract";
import type { Progress } from "@/server/imports/lists/stage-import";
import type { SentEdition } from "@/server/imports/registers/stage-register";
import { EXTRACT_TITLE, extractSource } from "@/server/registers/waiting-times/waiting-sources";

/**
 * Previews an extract of the waiting times, by the provider codes that are no NHS trust's: what each adds to the records, and
 * which codes nobody has looked up. It is read as a stream: the file is not kept. Its approval and undoing are those of a
 * list.
 * @throws NotAllowedError; InvalidInputError by field ("published", "because", "file"), as `stageRegister`.
 * @param id of the import, for whoever has to ask how far it has come.
 */
export async function stageExtract(
  db: Db,
  actor: CampaignerActor,
  sent: Omit<SentEdition, "register">,
  file: { name: string; bytes: AsyncIterable<Uint8Array> },
  progress: Progress = () => undefined,
  id: string = randomUUID(),
): Promise<{ batchId: string; isAgain: boolean }> {
  if (!canImport(actor)) throw new NotAllowedError("not-admin");
  const month = sent.edition;
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new InvalidInputError({ published: "month" });
  const problem = problemOfSourceDate(month, ukToday());
  if (problem) throw new InvalidInputError({ published: problem });
  const register = await listTrustCodes(db);
  if (register.size === 0) throw new InvalidInputError({ file: "no-trusts||" });
  const boards = await listBoardCodes(db);
  const { tallied, contentHash } = await readFile(month, file, boards, progress);
  progress("read", tallied.rows);
  const trusts = trustCodes(tallied, register);
  const filed = filedCodes(tallied, trusts, boards);
  const { row: source } = extractSource(month, readClassification());
  const read: ReadEdition = {
    ...{ id, title: source.title, format: "waiting-times", fileName: file.name, contentHash },
    source: {
      ...{ kind: source.kind, title: source.title, publisher: source.publisher },
      ...{ url: source.url ?? "", publishedOn: month },
    },
    because: sent.because ?? "",
    entries: filed.length,
  };
  return keepPreview(
    db,
    actor,
    read,
    {
      doubts: (transaction) => findExtractDoubts(transaction, month, filed.length),
      plan: async (transaction) => {
        await insertCareMonth(transaction, { batchId: id, month, trusts: trustsCare(tallied, trusts) });
        const newest = await findNewestMonth(transaction);
        const isNewer = newest === null || month > newest;
        const items = await rowsOfExtract(transaction, filed, { isNewer });
        const { rows } = await planExtract(transaction, month, items);
        return { rows: storedRows(id, rows), counts: countRows(rows), planned: rows.length };
      },
    },
    progress,
  );
}

async function readFile(
  month: string,
  { name, bytes }: { name: string; bytes: AsyncIterable<Uint8Array> },
  boards: ReadonlyMap<string, string>,
  progress: Progress,
): Promise<{ tallied: TalliedExtract; contentHash: string }> {
  const hash = createHash("sha256").update("waiting-times ");
  try {
    const rows = readSentExtract(name, hashed(bytes, hash), MOST_EXTRACT_BYTES);
    const tallied = await tallyExtract(counted(rows, progress), { file: name, boards });
    if (tallied.period === month) return { tallied, contentHash: hash.digest("hex") };
    throw new InvalidInputError({ published: ["extract-month", tallied.period, month].join("|") });
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
