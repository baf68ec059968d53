import { z } from "zod";
import type { Db } from "@/db/client";
import { findFile, findFilesOfDraft, findFilesOfReport, type ReportFileRow } from "@/db/queries/report-files";
import { findReport } from "@/db/queries/reports";
import { findPendingDraft } from "@/db/queries/reports-write";
import type { AnyActor } from "@/domain/actor";
import { NotFoundError } from "@/domain/errors";
import { canChangeFiles, canHideParts, canSeeFile } from "@/domain/files/file-policy";
import type { FileKind } from "@/domain/files/report-file";
import { isUuid } from "@/domain/uuid";
import type { FileStore } from "@/server/file-store/file-store";
import { fileStore } from "@/server/file-store/open-store";
import { maySee } from "@/server/files/open-file";
import { factsOf } from "@/server/reports/moves/open-move";

export type FileRead = {
  id: string;
  name: string;
  kind: FileKind;
  bytes: number;
  width: number | null;
  height: number | null;
};

export type FilesRead = { files: FileRead[]; canChange: boolean; canHide: boolean };

/** The files of a report, or of one that is kept under this id and not sent, for those who may see them. */
export async function loadFiles(
  db: Db,
  actor: AnyActor,
  id: string,
  now: Date = new Date(),
): Promise<FilesRead> {
  const report = await findReport(db, id);
  if (!report) return loadUnsentFiles(db, actor, id, now);
  if (!canSeeFile(factsOf(report), { isPublic: false }, actor)) return NONE;
  return {
    files: asRead(await findFilesOfReport(db, id)),
    canChange: !report.erasedAt && canChangeFiles(factsOf(report), actor, now),
    canHide: canHideParts(factsOf(report), actor, now),
  };
}

const NONE: FilesRead = { files: [], canChange: false, canHide: false };

/** A visitor has none: files wait for an account. */
async function loadUnsentFiles(db: Db, actor: AnyActor, draftId: string, now: Date): Promise<FilesRead> {
  const isKept = isUuid(draftId) && (await findPendingDraft(db, draftId, now)) !== undefined;
  if (actor.kind !== "campaigner" || !isKept) return NONE;
  const files = asRead(await findFilesOfDraft(db, { draftId, uploaderId: actor.id }));
  return { files, canChange: true, canHide: true };
}

function asRead(files: readonly ReportFileRow[]): FileRead[] {
  return files.flatMap(({ id, name, kind, bytes, width, height }) =>
    kind === null ? [] : [{ id, name, kind, bytes, width, height }],
  );
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
  if (!file?.key || !maySee(file, report ?? null, actor)) throw new NotFoundError("file");
  const bytes = await store.get(file.key);
  if (!bytes) throw new NotFoundError("file");
  return { file, bytes };
}
