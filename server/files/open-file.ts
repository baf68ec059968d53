import { z } from "zod";
import type { Db } from "@/db/client";
import { lockFile, type ReportFileRow } from "@/db/queries/report-files";
import { findReport, type ReportRow } from "@/db/queries/reports";
import type { AnyActor, CampaignerActor } from "@/domain/actor";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { canSeeFile } from "@/domain/files/file-policy";
import { factsOf } from "@/server/reports/moves/open-move";

/** A report whose files somebody wants to do something with. @throws NotFoundError; NotAllowedError ("sign-in"). */
export async function openReportOfFiles(
  db: Db,
  actor: AnyActor,
  reportId: unknown,
): Promise<{ report: ReportRow; actor: CampaignerActor }> {
  if (actor.kind !== "campaigner") throw new NotAllowedError("sign-in");
  const id = z.uuid().safeParse(reportId);
  const report = id.success ? await findReport(db, id.data) : undefined;
  if (!report || report.erasedAt) throw new NotFoundError("report");
  return { report, actor };
}

/**
 * A file with its report, locked until the transaction ends.
 * @throws NotFoundError also for those who may not see it: a stranger does not learn that it exists.
 */
export async function openFile(
  db: Db,
  actor: AnyActor,
  fileId: unknown,
): Promise<{ file: ReportFileRow; report: ReportRow; actor: CampaignerActor }> {
  const id = z.uuid().safeParse(fileId);
  const file = id.success ? await lockFile(db, id.data) : undefined;
  if (!file) throw new NotFoundError("file");
  const opened = await openReportOfFiles(db, actor, file.reportId);
  if (!canSeeFile(factsOf(opened.report), { isPublic: false }, actor)) throw new NotFoundError("file");
  return { file, ...opened };
}
