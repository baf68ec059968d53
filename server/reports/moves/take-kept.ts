import type { Db } from "@/db/client";
import { moveFilesToReport } from "@/db/queries/report-files";
import { deletePendingDraft } from "@/db/queries/reports-write";
import type { CampaignerActor } from "@/domain/actor";
import { audit } from "@/server/audit";

/**
 * What was kept goes, because its report is there now; the files that its author added go on with the report.
 * @returns their ids.
 */
export async function takeKept(
  db: Db,
  actor: CampaignerActor,
  { draftId, reportId }: { draftId: string; reportId: string },
): Promise<string[]> {
  // Before the draft goes: afterwards nothing says which files were of it.
  const files = await moveFilesToReport(db, { from: { draftId }, uploaderId: actor.id, reportId });
  await deletePendingDraft(db, draftId);
  return files;
}

/** Says in the audit which files came with a report; nothing where none did. */
export async function auditFiles(
  db: Db,
  actor: CampaignerActor,
  { reportId, files }: { reportId: string; files: readonly string[] },
): Promise<void> {
  if (files.length > 0) await audit(db, actor, "file.added", { type: "report", id: reportId }, { files });
}
