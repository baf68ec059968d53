import { randomUUID } from "node:crypto";
import { type Db, inTransaction } from "@/db/client";
import { findBatchByHash, insertBatch } from "@/db/queries/batches";
import type { CampaignerActor } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { canImport } from "@/domain/imports/import-policy";
import { audit } from "@/server/audit";
import { overrideOf } from "@/server/imports/engine/edition-problems";
import { findFormat } from "@/server/imports/engine/find-format";
import { findImport, moveImport } from "@/server/imports/engine/find-import";
import type { Progress, SentImport } from "@/server/imports/engine/import-format";
import { preview } from "@/server/imports/engine/preview-import";
import { unknownFormat } from "@/server/imports/engine/read-given";

/**
 * Reads what was brought to its end, and keeps it as an import with a preview of what each row would do: in one
 * transaction, audited. No public record is touched. The same content again leads to the import that is there already.
 * @throws NotAllowedError ("not-admin"); InvalidInputError by field, `file` with the key of a refusal, its line and a
 * detail, such as "cut-off" in line 12; also when it looks wrong and nobody says why it is right.
 * @param id of the import, for whoever has to ask how far it has come.
 */
export async function stageFile(
  db: Db,
  actor: CampaignerActor,
  sent: SentImport,
  progress: Progress = () => undefined,
  id: string = randomUUID(),
): Promise<{ batchId: string; isAgain: boolean }> {
  if (!canImport(actor)) throw new NotAllowedError("not-admin");
  const format = findFormat(sent.name);
  if (!format) throw unknownFormat(sent);
  const read = await format.read(db, sent, progress);
  const { title, source, contentHash, fileName, header, mapping, isComplete, entries } = read;
  return inTransaction(db, async (transaction) => {
    const known = await findBatchByHash(transaction, contentHash);
    if (known) return { batchId: known.id, isAgain: true };
    const override = overrideOf(await format.doubts(transaction, sent.name, read), read.because);
    progress("planned", 0, entries);
    const cleaned = read.cleaned();
    const batchId = await insertBatch(transaction, {
      id,
      title,
      source,
      contentHash,
      header,
      mapping,
      cleaned,
      layout: read.layout ?? null,
      isComplete,
      override,
      counts: {},
      state: "previewed",
      importedBy: actor.id,
      format: sent.name,
      isEdition: format.isEdition,
      // A name of a file can be as long as its sender likes.
      fileName: fileName?.slice(0, 200) ?? null,
    });
    const batch = await findImport(transaction, batchId);
    const of = read.isRowEach ? entries : undefined;
    const counts = await preview(transaction, batch, read, (done) => progress("planned", done, of));
    await moveImport(transaction, batch, { counts });
    const subject = { type: "batch", id: batchId };
    await audit(transaction, actor, "batch.staged", subject, { counts, contentHash, override });
    return { batchId, isAgain: false };
  });
}
