import { createHash, randomUUID } from "node:crypto";
import { type Db, inTransaction } from "@/db/client";
import { findBatchByHash, insertBatch } from "@/db/queries/batches";
import { insertCareMonth } from "@/db/queries/care-months";
import { findNewestMonth, listBoardCodes, listTrustCodes } from "@/db/queries/extracts";
import { saveRows } from "@/db/queries/imports";
import type { CampaignerActor } from "@/domain/actor";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import { canImport } from "@/domain/imports/import-policy";
import { MOST_EXTRACT_BYTES } from "@/domain/imports/upload-limit";
import { readSentExtract } from "@/ingest/rtt-upload";
import { audit } from "@/server/audit";
import { fileProblem, overrideOf } from "@/server/imports/edition-problems";
import { trustsCare } from "@/server/imports/extracts/extract-care";
import { findExtractDoubts } from "@/server/imports/extracts/extract-edition";
import { countRows, rowsOfExtract, storedRows } from "@/server/imports/extracts/extract-rows";
import { filedCodes, trustCodes } from "@/server/imports/extracts/filed-code";
import { planExtract } from "@/server/imports/extracts/plan-extract";
import { findImport, moveImport } from "@/server/imports/find-import";
import type { Progress } from "@/server/imports/stage-import";
import type { SentEdition } from "@/server/imports/stage-register";
import { type TalliedExtract, tallyExtract } from "@/server/ingest/tally-extract";
import { readClassification } from "@/server/registers/waiting-times/classification";
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
  const register = await listTrustCodes(db);
  if (register.size === 0) throw new InvalidInputError({ file: "no-trusts||" });
  const boards = await listBoardCodes(db);
  const { tallied, contentHash } = await readFile(month, file, boards, progress);
  progress("read", tallied.rows);
  const trusts = trustCodes(tallied, register);
  return inTransaction(db, async (transaction) => {
    const again = await findBatchByHash(transaction, contentHash);
    if (again) return { batchId: again.id, isAgain: true };
    const filed = filedCodes(tallied, trusts, boards);
    const doubts = await findExtractDoubts(transaction, month, filed.length);
    const override = overrideOf(doubts, sent.because ?? "");
    progress("planned", 0, filed.length);
    const { row: source } = extractSource(month, readClassification());
    const batchId = await insertBatch(transaction, {
      ...{ id, title: source.title, state: "previewed", importedBy: actor.id, contentHash, counts: {} },
      ...{ format: "waiting-times", fileName: file.name.slice(0, 200), override },
      source: {
        ...{ kind: source.kind, title: source.title, publisher: source.publisher },
        ...{ url: source.url ?? "", publishedOn: month },
      },
      ...{ header: ["waiting-times"], mapping: {}, cleaned: [] },
    });
    await insertCareMonth(transaction, { batchId, month, trusts: trustsCare(tallied, trusts) });
    const newest = await findNewestMonth(transaction);
    const isNewer = newest === null || month > newest;
    const { rows } = await planExtract(
      transaction,
      month,
      await rowsOfExtract(transaction, filed, { isNewer }),
    );
    await saveRows(transaction, storedRows(batchId, rows));
    const counts = countRows(rows);
    await moveImport(transaction, await findImport(transaction, batchId), { counts });
    const subject = { type: "batch", id: batchId };
    await audit(transaction, actor, "batch.staged", subject, { counts, contentHash, override });
    progress("planned", rows.length);
    return { batchId, isAgain: false };
  });
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
