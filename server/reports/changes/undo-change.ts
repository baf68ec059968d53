import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { findBatch, updateBatch } from "@/db/queries/batches";
import { findClaimsByRecord } from "@/db/queries/claims";
import { lockRecords } from "@/db/queries/projections";
import { publish } from "@/db/queries/publications";
import { findRecordChange, findReportOfChange, type RecordChangeRow } from "@/db/queries/record-changes";
import { lockPublishing } from "@/db/queries/report-records";
import { findEmailOf } from "@/db/queries/reports";
import { type AnyActor, type CampaignerActor, hasRole } from "@/domain/actor";
import { ConflictError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { reasonSchema } from "@/domain/reports/field-decision";
import { handleOf } from "@/domain/reports/moderator-handle";
import { isUuid } from "@/domain/uuid";
import { audit } from "@/server/audit";
import { assertMayChangeEntry } from "@/server/campaigners/may-change-entry";
import { queueMail } from "@/server/mail/queue-mail";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { type UndoneBatch, undoBatch } from "@/server/records/batch-undoing";
import { changeVisibility } from "@/server/records/change-visibility";
import type { MergedType } from "@/server/records/merge-records";
import { standAgain } from "@/server/records/split-record";
import { visibilityNow } from "@/server/records/visibility-now";
import { assertWithinAreasOfBatch } from "@/server/reports/changes/areas-of-batch";
import { takenBackMail } from "@/server/reports/changes/taken-back-mail";

const inputSchema = z.object({
  batchId: z.string(),
  /** False where whoever asks tells the report's author of more than this. */
  tellsAuthor: z.boolean().default(true),
  /** The version of its batch that the moderator saw. */
  version: z.coerce.number().int().positive(),
  reason: reasonSchema,
});

/** What readers of the entries' history are told; the reason itself stays with moderators and the author. */
const UNDONE = "A change was taken back";

/**
 * Takes back a change that was approved, in one transaction: what it said does not count any more, what it replaced holds again, an
 * entry that it began leaves every page, and one that it merged stands by itself. What others built on it since stays, and is named.
 * Whoever sent it is mailed the reason.
 * @throws NotAllowedError for those who are no moderators, and for whoever sent it ("own-report"); NotFoundError; InvalidInputError on
 * `reason`; ConflictError when somebody was first.
 */
export async function undoChange(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<UndoneBatch> {
  if (actor.kind === "visitor") throw new NotAllowedError("sign-in");
  if (actor.kind !== "campaigner" || !hasRole(actor, "moderator")) throw new NotAllowedError("not-moderator");
  const { batchId, version, reason, tellsAuthor } = parseInput(inputSchema, input);
  return inTransaction(db, async (tx) => {
    const change = isUuid(batchId) ? await findRecordChange(tx, batchId) : undefined;
    if (!change) throw new NotFoundError("change");
    const report = await findReportOfChange(tx, batchId);
    if (report?.authorId === actor.id) throw new NotAllowedError("own-report");
    await assertMayChangeEntry(tx, actor, { type: change.recordType, id: change.recordId });
    await assertWithinAreasOfBatch(tx, actor, batchId);
    await lockPublishing(tx);
    const undone = await undoBatch(tx, actor, { batchId, reason: UNDONE, at: now }, async () => {
      await markUndone(tx, actor, { id: batchId, version }, now);
      // First, so that the one it was merged into is not kept for its sake.
      const merged = mergedBy(change);
      if (merged) await standAgain(tx, actor, { type: merged, id: change.recordId, reason: UNDONE });
    });
    await showPinAgain(tx, actor, change);
    const { withdrawn, restored, kept } = undone;
    const subject = { type: change.recordType, id: change.recordId };
    await audit(tx, actor, "record.change-undone", subject, { reason, batchId, withdrawn, restored, kept });
    await publish(tx, actor.id, UNDONE);
    const email = report && tellsAuthor ? await findEmailOf(tx, report.authorId) : null;
    if (report && email !== null) await queueMail(tx, takenBackMail(email, { report, batchId, reason }));
    return undone;
  });
}

async function markUndone(
  db: Db,
  actor: CampaignerActor,
  seen: { id: string; version: number },
  undoneAt: Date,
): Promise<void> {
  const undone = { state: "undone", undoneBy: actor.id, undoneAt } as const;
  if (await updateBatch(db, { ...seen, state: "approved" }, undone)) return;
  const held = await findBatch(db, seen.id);
  throw new ConflictError("record.change-undone", handleOf(held?.undoneBy ?? null));
}

/** The type of the entries that a change merged; null for every other change. */
function mergedBy({ proposal }: RecordChangeRow): MergedType | null {
  if (proposal.kind === "merge") return proposal.recordType;
  return proposal.kind === "same-as" ? "service" : null;
}

/** A service that only the change made one shown by area gets its pin back: a moderator says so. */
async function showPinAgain(
  db: Db,
  actor: CampaignerActor,
  { proposal, recordId }: RecordChangeRow,
): Promise<void> {
  if (proposal.kind !== "correction" || proposal.field !== "category") return;
  const row = (await lockRecords(db, "service", [recordId])).get(recordId);
  if (row?.visibility !== "area-only") return;
  const claims = (await findClaimsByRecord(db, "service", [recordId])).get(recordId) ?? [];
  const to = visibilityNow("service", "published", claims, await findAreaOnlyRule(db));
  if (to === "published")
    await changeVisibility(db, { type: "service", ids: [recordId], to, by: actor, reason: UNDONE });
}
