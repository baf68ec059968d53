import type { Db } from "@/db/client";
import { findBatchByHash, insertBatch } from "@/db/queries/batches";
import { insertSources, type NewSourceRow } from "@/db/queries/sources";
import type { Actor } from "@/domain/actor";
import type { AuditAction } from "@/domain/audit/action";
import { audit } from "@/server/audit";
import { type RecordDraft, saveRecords } from "@/server/records/save-records";
import { withoutErased } from "@/server/records/without-erased";

export type Batch = {
  title: string;
  /** Why, in a sentence: kept with every record's version. */
  reason: string;
  action: AuditAction;
  /** Two people, as for every import. */
  importer: Actor;
  approver: Actor;
  /** SHA-256 of what is brought: the same content is brought once. */
  contentHash: string;
  /** The day, ISO, on which the project read the sources: an installation loads them on another. */
  readOn: string;
  /** Their ids are chosen by the caller, so that the claims can name them. */
  sources: readonly NewSourceRow[];
};

/**
 * Saves records that come with the project as one approved batch, in the caller's transaction.
 * @param draftsOf asked only when the batch was not saved before.
 * @returns false when it was.
 */
export async function saveBatch(
  db: Db,
  { title, reason, action, importer, approver, contentHash, readOn, sources }: Batch,
  draftsOf: () => Promise<readonly RecordDraft[]>,
): Promise<boolean> {
  if (await findBatchByHash(db, contentHash)) return false;
  await insertSources(db, sources);
  const drafts = await withoutErased(db, await draftsOf());
  const counts = countByType(drafts);
  const batchId = await insertBatch(db, {
    title,
    state: "approved",
    importedBy: importer.id,
    approvedBy: approver.id,
    approvedAt: new Date(),
    rule: "all",
    contentHash,
    readOn,
    counts,
  });
  await audit(db, approver, "batch.approved", { type: "batch", id: batchId }, { rule: "all", counts });
  await saveRecords(db, importer, drafts, {
    reason,
    action,
    subject: { type: "batch", id: batchId },
    batchId,
  });
  return true;
}

function countByType(drafts: readonly RecordDraft[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { recordType, claims } of drafts) {
    counts[recordType] = (counts[recordType] ?? 0) + 1;
    counts.claims = (counts.claims ?? 0) + claims.length;
  }
  return counts;
}
