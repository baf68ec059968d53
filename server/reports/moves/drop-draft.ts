import { type Db, inTransaction } from "@/db/client";
import { moveFilesToReport } from "@/db/queries/report-files";
import { findReport, type ReportRow } from "@/db/queries/reports";
import type { AnyActor, CampaignerActor } from "@/domain/actor";
import { ConflictError } from "@/domain/errors";
import { pickReportForm, type ReportFormValues } from "@/domain/reports/new-service-form";
import { isUuid } from "@/domain/uuid";
import { discardReport } from "@/server/reports/moves/discard-report";
import { findKeptDraft } from "@/server/reports/moves/keep-pending-draft";
import { auditFiles, takeKept } from "@/server/reports/moves/take-kept";

/**
 * What was written of a report of a new service that is not sent: kept under this id for whoever has it, or a draft of this author.
 * @returns undefined where there is none, or it is somebody else's.
 */
export async function findDraft(db: Db, actor: AnyActor, id: string): Promise<ReportFormValues | undefined> {
  if (!isUuid(id)) return undefined;
  const kept = await findKeptDraft(db, id);
  if (kept) return kept;
  const own = await findOwnDraft(db, actor, id);
  return own?.draft ? pickReportForm(own.draft) : undefined;
}

/**
 * The same is thrown away: what it says was sent with another report, and its files go on with that. One that was changed in this very moment
 * stays.
 */
export async function dropDraft(
  db: Db,
  actor: CampaignerActor,
  { draftId: id, reportId }: { draftId: unknown; reportId: string },
): Promise<void> {
  if (!isUuid(id)) return;
  const own = await findOwnDraft(db, actor, id);
  await inTransaction(db, async (tx) => {
    const kept = await takeKept(tx, actor, { draftId: id, reportId });
    const drafted = own
      ? await moveFilesToReport(tx, { from: { reportId: own.id }, uploaderId: actor.id, reportId })
      : [];
    await auditFiles(tx, actor, { reportId, files: [...kept, ...drafted] });
  });
  if (!own) return;
  await discardReport(db, actor, { reportId: own.id, version: own.version }).catch((error: unknown) => {
    if (!(error instanceof ConflictError)) throw error;
  });
}

async function findOwnDraft(db: Db, actor: AnyActor, id: string): Promise<ReportRow | undefined> {
  const report = await findReport(db, id);
  const isOwn = actor.kind === "campaigner" && report?.authorId === actor.id && report.state === "draft";
  return isOwn ? report : undefined;
}
