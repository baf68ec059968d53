import { randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import { insertBatch } from "@/db/queries/batches";
import { insertRecordChange } from "@/db/queries/record-changes";
import type { Actor } from "@/domain/actor";
import { CHANGE_FORMAT } from "@/domain/records/change-batch";
import type { AboutEntry } from "@/domain/reports/change-form";
import type { StoredChange } from "@/domain/reports/change-proposals";

type Opened = {
  change: StoredChange;
  about: AboutEntry;
  /** The entry that readers are led to afterwards. */
  subjectId: string;
  reportId: string | null;
  reason: string;
};

/**
 * The batch that the claims of one change belong to, so that it can be taken back, in the caller's transaction.
 * @returns its id.
 */
export async function openChange(
  db: Db,
  actor: Actor,
  { change, about, subjectId, reportId, reason }: Opened,
): Promise<string> {
  const batchId = await insertBatch(db, {
    title: `${change.kind} ${about.type} ${about.id}`,
    state: "approved",
    importedBy: actor.id,
    approvedBy: actor.id,
    approvedAt: new Date(),
    contentHash: `${CHANGE_FORMAT}/${randomUUID()}`,
    counts: {},
    format: CHANGE_FORMAT,
  });
  await insertRecordChange(db, {
    batchId,
    reportId,
    proposal: change,
    recordType: about.type,
    recordId: about.id,
    subjectId,
    reason,
  });
  return batchId;
}
