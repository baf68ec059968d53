import { and, asc, eq, exists, isNotNull, isNull, lt, not, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isDropped } from "@/db/queries/is-dropped";
import { reportFileParts, reportFiles, storedKeys } from "@/db/schema/files";
import { recordChanges, reports } from "@/db/schema/reports";
import { batches, sources } from "@/db/schema/sources";
import type { RecordType } from "@/domain/claims/claim";
import type { PublicPicture } from "@/domain/files/report-file";

export type ReportFileRow = typeof reportFiles.$inferSelect;

/** Those of a report that still has its text, in the order in which they came. */
export async function findFilesOfReport(db: Db, reportId: string): Promise<ReportFileRow[]> {
  const rows = await db
    .select({ file: reportFiles })
    .from(reportFiles)
    .innerJoin(reports, eq(reports.id, reportFiles.reportId))
    .where(and(eq(reportFiles.reportId, reportId), isNull(reports.erasedAt)))
    .orderBy(asc(reportFiles.createdAt), asc(reportFiles.id));
  return rows.map(({ file }) => file);
}

/** Those that this account added to a report that is kept under this id and not sent, in the order in which they came. */
export async function findFilesOfDraft(
  db: Db,
  { draftId, uploaderId }: { draftId: string; uploaderId: string },
): Promise<ReportFileRow[]> {
  return db
    .select()
    .from(reportFiles)
    .where(and(eq(reportFiles.draftId, draftId), eq(reportFiles.uploaderId, uploaderId)))
    .orderBy(asc(reportFiles.createdAt), asc(reportFiles.id));
}

/** They go with the report that was made of what was kept, or of a draft. @returns their ids; none where none was added. */
export async function moveFilesToReport(
  db: Db,
  {
    from,
    uploaderId,
    reportId,
  }: { from: { draftId: string } | { reportId: string }; uploaderId: string; reportId: string },
): Promise<string[]> {
  const isFrom =
    "draftId" in from ? eq(reportFiles.draftId, from.draftId) : eq(reportFiles.reportId, from.reportId);
  const rows = await db
    .update(reportFiles)
    .set({ draftId: null, reportId, version: sql`${reportFiles.version} + 1` })
    .where(and(isFrom, eq(reportFiles.uploaderId, uploaderId)))
    .returning({ id: reportFiles.id });
  return rows.map(({ id }) => id);
}

/** All files of an account; their bytes go with the next look of the job (server/file-store/sweep-files.ts). */
export async function deleteFilesOf(db: Db, uploaderId: string): Promise<void> {
  await db.delete(reportFiles).where(eq(reportFiles.uploaderId, uploaderId));
}

/** Neither its report nor what was kept of it is gone, and its report still has its text. */
const isThere = or(isNotNull(reportFiles.draftId), and(isNotNull(reports.id), isNull(reports.erasedAt)));

/** Locked until the transaction ends; undefined also where its report has lost its text. */
export async function lockFile(db: Db, id: string): Promise<ReportFileRow | undefined> {
  const [row] = await selectFile(db, id).for("update", { of: reportFiles });
  return row?.file;
}

export async function findFile(db: Db, id: string): Promise<ReportFileRow | undefined> {
  const [row] = await selectFile(db, id);
  return row?.file;
}

function selectFile(db: Db, id: string) {
  return db
    .select({ file: reportFiles })
    .from(reportFiles)
    .leftJoin(reports, eq(reports.id, reportFiles.reportId))
    .where(and(eq(reportFiles.id, id), isThere));
}

export async function countUnfinished(db: Db, uploaderId: string): Promise<number> {
  return db.$count(
    reportFiles,
    and(eq(reportFiles.uploaderId, uploaderId), eq(reportFiles.state, "receiving")),
  );
}

export async function insertFile(db: Db, file: typeof reportFiles.$inferInsert): Promise<ReportFileRow> {
  const [row] = await db.insert(reportFiles).values(file).returning();
  if (!row) throw new Error("the file was not inserted");
  return row;
}

/** @returns undefined when somebody changed it since. */
export async function updateFile(
  db: Db,
  { id, version }: Pick<ReportFileRow, "id" | "version">,
  patch: Partial<typeof reportFiles.$inferInsert>,
): Promise<ReportFileRow | undefined> {
  const [row] = await db
    .update(reportFiles)
    .set({ ...patch, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(reportFiles.id, id), eq(reportFiles.version, version)))
    .returning();
  return row;
}

export async function deleteFile(db: Db, id: string): Promise<void> {
  await db.delete(reportFiles).where(eq(reportFiles.id, id));
}

export async function insertFilePart(db: Db, part: typeof reportFileParts.$inferInsert): Promise<void> {
  await db.insert(reportFileParts).values(part);
}

export async function findFileParts(db: Db, fileId: string): Promise<Buffer[]> {
  const rows = await db
    .select({ bytes: reportFileParts.bytes })
    .from(reportFileParts)
    .where(eq(reportFileParts.fileId, fileId))
    .orderBy(asc(reportFileParts.start));
  return rows.map(({ bytes }) => bytes);
}

export async function deleteFileParts(db: Db, fileId: string): Promise<void> {
  await db.delete(reportFileParts).where(eq(reportFileParts.fileId, fileId));
}

/** Before the bytes are written: what nothing names afterwards is found by it. */
export async function insertStoredKey(db: Db, key: string): Promise<void> {
  await db.insert(storedKeys).values({ key });
}

export async function deleteStoredKey(db: Db, key: string): Promise<void> {
  await db.delete(storedKeys).where(eq(storedKeys.key, key));
}

/** Files that nobody finished since then, and those whose report is gone or was emptied. */
export async function deleteOrphanedFiles(db: Db, since: Date): Promise<void> {
  const emptied = db.select({ id: reports.id }).from(reports).where(isNotNull(reports.erasedAt));
  await db
    .delete(reportFiles)
    .where(
      or(
        and(isNull(reportFiles.reportId), isNull(reportFiles.draftId)),
        sql`${reportFiles.reportId} in ${emptied}`,
        and(eq(reportFiles.state, "receiving"), lt(reportFiles.updatedAt, since)),
      ),
    );
}

/** Keys that no file has, written before then: a file that is being stored has its key a moment later. */
export async function findUnusedKeys(db: Db, since: Date, limit: number): Promise<string[]> {
  const rows = await db
    .select({ key: storedKeys.key })
    .from(storedKeys)
    .leftJoin(reportFiles, eq(reportFiles.key, storedKeys.key))
    .where(and(isNull(reportFiles.id), lt(storedKeys.createdAt, since)))
    .limit(limit);
  return rows.map(({ key }) => key);
}

/**
 * The pictures that are shown beside the sources of an entry, oldest first: those of reports that made it or changed it, and whose change stands.
 * None of a source that is withheld or a report that was emptied. The caller has found the entry by a query that shows it.
 */
export async function listPublicFiles(db: Db, type: RecordType, recordId: string): Promise<PublicPicture[]> {
  const changed = db
    .select({ id: recordChanges.reportId })
    .from(recordChanges)
    .innerJoin(batches, eq(batches.id, recordChanges.batchId))
    .where(
      and(
        eq(recordChanges.reportId, reports.id),
        eq(recordChanges.recordType, type),
        eq(recordChanges.subjectId, recordId),
        isNull(batches.undoneAt),
      ),
    );
  const anyChange = db
    .select({ id: recordChanges.reportId })
    .from(recordChanges)
    .where(eq(recordChanges.reportId, reports.id));
  const isNew = and(eq(reports.publishedServiceId, recordId), not(exists(anyChange)));
  const rows = await db
    .select({ file: reportFiles })
    .from(reportFiles)
    .innerJoin(reports, eq(reports.id, reportFiles.reportId))
    .innerJoin(sources, eq(sources.id, reportFiles.publishedSourceId))
    .where(
      and(
        isNotNull(reportFiles.publishedAt),
        eq(reports.state, "approved"),
        isNull(reports.erasedAt),
        isNull(sources.withheldAt),
        not(isDropped(sql`${sources.id}`, sql`${recordId}::uuid`)),
        or(exists(changed), type === "service" ? isNew : undefined),
      ),
    )
    .orderBy(asc(reportFiles.publishedAt), asc(reportFiles.id));
  return rows.flatMap(({ file: { id, publishedSourceId: sourceId, shows, width, height, version } }) =>
    sourceId && width && height ? [{ id, sourceId, shows, width, height, version }] : [],
  );
}

/** What an account offered is its own again, and on no page. @returns how many were on one. */
export async function unpublishFilesOf(db: Db, uploaderId: string): Promise<number> {
  const rows = await db
    .update(reportFiles)
    .set({ offeredAt: null, publishedAt: null, publishedBy: null, publishedSourceId: null })
    .where(and(eq(reportFiles.uploaderId, uploaderId), isNotNull(reportFiles.publishedAt)))
    .returning({ id: reportFiles.id });
  return rows.length;
}
