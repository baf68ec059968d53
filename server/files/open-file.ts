import { z } from "zod";
import type { Db } from "@/db/client";
import { lockFile, type ReportFileRow } from "@/db/queries/report-files";
import { findReport, type ReportRow } from "@/db/queries/reports";
import { findPendingDraft } from "@/db/queries/reports-write";
import type { AnyActor, CampaignerActor } from "@/domain/actor";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { canSeeFile, changeFilesRefusal } from "@/domain/files/file-policy";
import { factsOf } from "@/server/reports/moves/open-move";

/** Whose files: of a report, or of one that is kept and not sent, by the id that it is kept under. */
export type OpenedFiles = { report: ReportRow; draftId: null } | { report: null; draftId: string };

/**
 * A report, sent or only kept, whose files somebody wants to do something with.
 * @throws NotFoundError; NotAllowedError ("sign-in").
 */
export async function openFilesOf(
  db: Db,
  actor: AnyActor,
  given: unknown,
  now: Date = new Date(),
): Promise<OpenedFiles & { actor: CampaignerActor }> {
  if (actor.kind !== "campaigner") throw new NotAllowedError("sign-in");
  const id = z.uuid().safeParse(given);
  if (!id.success) throw new NotFoundError("report");
  const report = await findReport(db, id.data);
  if (report && !report.erasedAt) return { report, draftId: null, actor };
  if (report || !(await findPendingDraft(db, id.data, now))) throw new NotFoundError("report");
  return { report: null, draftId: id.data, actor };
}

/** What is kept and not sent is its writer's to add to; whose each file of it is is asked with the file. */
export function assertMayChange({ report }: OpenedFiles, actor: AnyActor, now: Date): void {
  const refusal = report && changeFilesRefusal(factsOf(report), actor, now);
  if (refusal) throw new NotAllowedError(refusal);
}

/**
 * A file with its report, locked until the transaction ends.
 * @throws NotFoundError also for those who may not see it: a stranger does not learn that it exists.
 */
export async function openFile(
  db: Db,
  actor: AnyActor,
  fileId: unknown,
): Promise<{ file: ReportFileRow; actor: CampaignerActor } & OpenedFiles> {
  const id = z.uuid().safeParse(fileId);
  const file = id.success ? await lockFile(db, id.data) : undefined;
  if (!file) throw new NotFoundError("file");
  const opened = await openFilesOf(db, actor, file.reportId ?? file.draftId);
  if (!maySee(file, opened.report, actor)) throw new NotFoundError("file");
  return { file, ...opened };
}

/** Files of a report that is not sent yet are their uploader's alone, whoever else has the address that it is kept under. */
export function maySee(file: ReportFileRow, report: ReportRow | null, actor: AnyActor): boolean {
  if (report) return canSeeFile(factsOf(report), actor);
  return actor.kind === "campaigner" && actor.id === file.uploaderId;
}

/** What the audit says it is about: a report that is sent. What is only kept is in no audit; its files are noted when it is sent. */
export function subjectOf({ report }: OpenedFiles): { type: "report"; id: string } | null {
  return report && { type: "report", id: report.id };
}
