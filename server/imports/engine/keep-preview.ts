import { type Db, inTransaction } from "@/db/client";
import { findBatchByHash, insertBatch } from "@/db/queries/batches";
import { type NewImportRow, saveRows } from "@/db/queries/imports";
import type { CampaignerActor } from "@/domain/actor";
import type { EditionDoubt, ImportFormat, ImportSource } from "@/domain/imports/batch";
import { audit } from "@/server/audit";
import { overrideOf } from "@/server/imports/engine/edition-problems";
import { findImport, moveImport } from "@/server/imports/engine/find-import";
import type { Progress } from "@/server/imports/lists/stage-import";

/** A publisher's file once it was read: what its import is called, cites, and is known by. */
export type ReadEdition = {
  /** Of the import, chosen by the caller. */
  id: string;
  title: string;
  format: Exclude<ImportFormat, "campaign-list">;
  fileName: string;
  contentHash: string;
  source: ImportSource;
  /** Why it is right although it looks old or cut, as it was typed. */
  because: string;
  /** How many entries it has, for whoever is told how far the import has come. */
  entries: number;
};

type Steps = {
  /** What looks wrong with it beside what is here. */
  doubts: (db: Db) => Promise<readonly EditionDoubt[]>;
  /** Its rows with what they would do, and their counts; the import is there already. */
  plan: (db: Db) => Promise<{ rows: NewImportRow[]; counts: Record<string, number>; planned: number }>;
};

/**
 * Keeps a publisher's file as an import with the preview of its rows, in one transaction and audited. The same file again
 * leads to the import that is there.
 * @throws InvalidInputError when it looks wrong and nobody says why it is right.
 */
export async function keepPreview(
  db: Db,
  actor: CampaignerActor,
  { because, entries, fileName, ...edition }: ReadEdition,
  { doubts, plan }: Steps,
  progress: Progress,
): Promise<{ batchId: string; isAgain: boolean }> {
  return inTransaction(db, async (transaction) => {
    const { contentHash } = edition;
    const again = await findBatchByHash(transaction, contentHash);
    if (again) return { batchId: again.id, isAgain: true };
    const override = overrideOf(await doubts(transaction), because);
    progress("planned", 0, entries);
    const batchId = await insertBatch(transaction, {
      ...edition,
      ...{ state: "previewed", importedBy: actor.id, counts: {}, override },
      // A name of a file can be as long as its sender likes.
      fileName: fileName.slice(0, 200),
      ...{ header: [edition.format], mapping: {}, cleaned: [] },
    });
    const { rows, counts, planned } = await plan(transaction);
    await saveRows(transaction, rows);
    await moveImport(transaction, await findImport(transaction, batchId), { counts });
    const subject = { type: "batch", id: batchId };
    await audit(transaction, actor, "batch.staged", subject, { counts, contentHash, override });
    progress("planned", planned);
    return { batchId, isAgain: false };
  });
}
