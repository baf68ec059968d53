import { z } from "zod";
import type { Db } from "@/db/client";
import { findFile, findFilesOfReport, type ReportFileRow } from "@/db/queries/report-files";
import { findReport } from "@/db/queries/reports";
import type { AnyActor } from "@/domain/actor";
import { NotFoundError } from "@/domain/errors";
import { canChangeFiles, canHideParts, canSeeFile } from "@/domain/files/file-policy";
import type { FileKind } from "@/domain/files/report-file";
import type { FileStore } from "@/server/file-store/file-store";
import { fileStore } from "@/server/file-store/open-store";
import { factsOf } from "@/server/reports/moves/open-move";

export type FileRead = {
  id: string;
  name: string;
  kind: FileKind;
  bytes: number;
  width: number | null;
  height: number | null;
};

/** The files of a report, for those who may see them. */
export async function loadFiles(
  db: Db,
  actor: AnyActor,
  reportId: string,
  now: Date = new Date(),
): Promise<{ files: FileRead[]; canChange: boolean; canHide: boolean }> {
  const report = await findReport(db, reportId);
  if (!report || !canSeeFile(factsOf(report), { isPublic: false }, actor))
    return { files: [], canChange: false, canHide: false };
  const files = await findFilesOfReport(db, reportId);
  return {
    files: files.flatMap(({ id, name, kind, bytes, width, height }) =>
      kind === null ? [] : [{ id, name, kind, bytes, width, height }],
    ),
    canChange: !report.erasedAt && canChangeFiles(factsOf(report), actor, now),
    canHide: canHideParts(factsOf(report), actor, now),
  };
}

/** A file and its bytes. @throws NotFoundError also for those who may not see it. */
export async function loadReportFile(
  db: Db,
  actor: AnyActor,
  fileId: string,
  store: FileStore = fileStore(),
): Promise<{ file: ReportFileRow; bytes: Buffer }> {
  const file = z.uuid().safeParse(fileId).success ? await findFile(db, fileId) : undefined;
  const report = file?.reportId ? await findReport(db, file.reportId) : undefined;
  if (!file?.key || !report) throw new NotFoundError("file");
  if (!canSeeFile(factsOf(report), { isPublic: false }, actor)) throw new NotFoundError("file");
  const bytes = await store.get(file.key);
  if (!bytes) throw new NotFoundError("file");
  return { file, bytes };
}
