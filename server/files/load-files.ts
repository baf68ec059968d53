import { z } from "zod";
import type { Db } from "@/db/client";
import {
  findFile,
  findFilesOfDraft,
  findFilesOfReport,
  listPublicFiles,
  type ReportFileRow,
} from "@/db/queries/report-files";
import { findReport, type ReportRow } from "@/db/queries/reports";
import { findPendingDraft } from "@/db/queries/reports-write";
import type { AnyActor } from "@/domain/actor";
import { NotFoundError } from "@/domain/errors";
import {
  canChangeFiles,
  canHideParts,
  canOffer,
  canSeeFile,
  publishRefusal,
} from "@/domain/files/file-policy";
import type { FileKind } from "@/domain/files/report-file";
import { entryPath } from "@/domain/records/entry-path";
import { isUuid } from "@/domain/uuid";
import type { FileStore } from "@/server/file-store/file-store";
import { fileStore } from "@/server/file-store/open-store";
import { entryOfReport } from "@/server/files/entry-of-report";
import { maySee } from "@/server/files/open-file";
import { sourcesOfEntry } from "@/server/files/publish-file";
import { factsOf } from "@/server/reports/moves/open-move";

export type FileRead = {
  id: string;
  version: number;
  name: string;
  kind: FileKind;
  bytes: number;
  width: number | null;
  height: number | null;
  isOffered: boolean;
  isPublished: boolean;
};

export type FilesRead = {
  files: FileRead[];
  canChange: boolean;
  canHide: boolean;
  /** Whether whoever looks is the one who says which pictures may be public. */
  canOffer: boolean;
  /** For a moderator, where pictures can be put: the entry’s page and the sources that it cites. Null while there is none. */
  publishing: { path: string; name: string; sources: { id: string; title: string }[] } | null;
};

/** The files of a report, or of one that is kept under this id and not sent, for those who may see them. */
export async function loadFiles(
  db: Db,
  actor: AnyActor,
  id: string,
  now: Date = new Date(),
): Promise<FilesRead> {
  const report = await findReport(db, id);
  if (!report) return loadUnsentFiles(db, actor, id, now);
  if (!canSeeFile(factsOf(report), actor)) return NONE;
  return {
    files: asRead(await findFilesOfReport(db, id)),
    canChange: !report.erasedAt && canChangeFiles(factsOf(report), actor, now),
    canHide: canHideParts(factsOf(report), actor, now),
    canOffer: canOffer(factsOf(report), "photograph", actor),
    publishing: await findPublishing(db, report, actor),
  };
}

const NONE: FilesRead = { files: [], canChange: false, canHide: false, canOffer: false, publishing: null };

async function findPublishing(db: Db, report: ReportRow, actor: AnyActor): Promise<FilesRead["publishing"]> {
  const offered = { kind: "photograph", isOffered: true } as const;
  if (publishRefusal(factsOf(report), offered, actor)) return null;
  const entry = await entryOfReport(db, report);
  if (!entry) return null;
  const sources = await sourcesOfEntry(db, entry);
  return {
    path: entryPath(entry.type, entry.slug),
    name: entry.name,
    sources: sources.map(({ id, title, publisher }) => ({ id, title: `${title}, ${publisher}` })),
  };
}

/** A visitor has none: files wait for an account. */
async function loadUnsentFiles(db: Db, actor: AnyActor, draftId: string, now: Date): Promise<FilesRead> {
  const isKept = isUuid(draftId) && (await findPendingDraft(db, draftId, now)) !== undefined;
  if (actor.kind !== "campaigner" || !isKept) return NONE;
  const files = asRead(await findFilesOfDraft(db, { draftId, uploaderId: actor.id }));
  return { files, canChange: true, canHide: true, canOffer: true, publishing: null };
}

function asRead(files: readonly ReportFileRow[]): FileRead[] {
  return files.flatMap(({ id, version, name, kind, bytes, width, height, offeredAt, publishedAt }) => {
    if (kind === null) return [];
    const standing = { isOffered: offeredAt !== null, isPublished: publishedAt !== null };
    return [{ id, version, name, kind, bytes, width, height, ...standing }];
  });
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
  if (!file?.key) throw new NotFoundError("file");
  if (!maySee(file, report ?? null, actor) && !(await isOnPage(db, file, report)))
    throw new NotFoundError("file");
  const bytes = await store.get(file.key);
  if (!bytes) throw new NotFoundError("file");
  return { file, bytes };
}

/** Whether readers are shown it now: its entry, its source and its report may have gone since it was published. */
async function isOnPage(db: Db, file: ReportFileRow, report: ReportRow | undefined): Promise<boolean> {
  const entry = report && file.publishedAt !== null ? await entryOfReport(db, report) : undefined;
  if (!entry) return false;
  return (await listPublicFiles(db, entry.type, entry.id)).some(({ id }) => id === file.id);
}
