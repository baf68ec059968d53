import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { ReportRow } from "@/db/queries/reports";
import { pendingDrafts, reportRevisions, reports } from "@/db/schema/reports";
import type { Proposal } from "@/domain/reports/proposal";
import type { ReportState } from "@/domain/reports/report-state";

export type NewReport = Pick<ReportRow, "kind" | "authorId"> & Partial<Omit<ReportRow, "lane">>;

export async function insertReport(db: Db, report: NewReport): Promise<ReportRow> {
  const [row] = await db.insert(reports).values(report).returning();
  if (!row) throw new Error("no report row");
  return row;
}

/** @returns undefined when the author's form of this key has made a report already (the one in the making is waited for). */
export async function insertReportOnce(
  db: Db,
  report: NewReport & { submissionKey: string },
): Promise<ReportRow | undefined> {
  const target = [reports.authorId, reports.submissionKey];
  const [row] = await db.insert(reports).values(report).onConflictDoNothing({ target }).returning();
  return row;
}

/** What a move may write. The id, the author and the version are not a move's to choose. */
export type ReportPatch = Partial<
  Omit<ReportRow, "id" | "authorId" | "kind" | "version" | "createdAt" | "lane">
>;

/**
 * The conditional update every move goes through: it happens only where the report is still as its actor saw it.
 * @returns undefined when somebody was first.
 */
export async function updateReport(
  db: Db,
  seen: { id: string; version: number; state: ReportState },
  patch: ReportPatch,
): Promise<ReportRow | undefined> {
  const [row] = await db
    .update(reports)
    .set({ ...patch, version: sql`${reports.version} + 1`, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(reports.id, seen.id), eq(reports.version, seen.version), eq(reports.state, seen.state)))
    .returning();
  return row;
}

/** Removes a draft for good. @returns false when it is no longer as its author saw it. */
export async function deleteDraft(db: Db, seen: { id: string; version: number }): Promise<boolean> {
  const gone = await db
    .delete(reports)
    .where(and(eq(reports.id, seen.id), eq(reports.version, seen.version), eq(reports.state, "draft")))
    .returning({ id: reports.id });
  return gone.length === 1;
}

export async function insertRevision(
  db: Db,
  revision: { reportId: string; number: number; proposal: Proposal },
): Promise<void> {
  await db.insert(reportRevisions).values(revision);
}

/**
 * Adds what was written to what is kept under this id, or begins it with that; other fields stay. Whose it is is said once.
 * @returns all that is kept now.
 */
export async function addToPendingDraft(
  db: Db,
  pending: { id: string; draft: Record<string, string>; expiresAt: Date; forWhom: string | null },
): Promise<Record<string, string>> {
  const [row] = await db
    .insert(pendingDrafts)
    .values(pending)
    .onConflictDoUpdate({
      target: pendingDrafts.id,
      set: {
        draft: sql`${pendingDrafts.draft} || excluded.draft`,
        expiresAt: sql`excluded.expires_at`,
        forWhom: sql`coalesce(${pendingDrafts.forWhom}, excluded.for_whom)`,
      },
    })
    .returning({ draft: pendingDrafts.draft });
  if (!row) throw new Error("no pending draft");
  return row.draft;
}

/** Whose it is, as a pseudonym of an address; the first who asked to sign in with it stays. */
export async function keepPendingDraftFor(db: Db, id: string, forWhom: string): Promise<void> {
  await db
    .update(pendingDrafts)
    .set({ forWhom })
    .where(and(eq(pendingDrafts.id, id), isNull(pendingDrafts.forWhom)));
}

/** What is kept for whoever has this address and was not sent, what runs out last first. */
export async function listPendingDraftsFor(
  db: Db,
  forWhom: string,
  now: Date,
): Promise<{ id: string; draft: Record<string, string>; expiresAt: Date }[]> {
  return db
    .select({ id: pendingDrafts.id, draft: pendingDrafts.draft, expiresAt: pendingDrafts.expiresAt })
    .from(pendingDrafts)
    .where(and(eq(pendingDrafts.forWhom, forWhom), sql`${pendingDrafts.expiresAt} > ${now.toISOString()}`))
    .orderBy(desc(pendingDrafts.expiresAt))
    .limit(20);
}

/** @returns undefined when there is none, or it has run out. */
export async function findPendingDraft(
  db: Db,
  id: string,
  now: Date,
): Promise<Record<string, string> | undefined> {
  const [row] = await db
    .select({ draft: pendingDrafts.draft })
    .from(pendingDrafts)
    .where(and(eq(pendingDrafts.id, id), sql`${pendingDrafts.expiresAt} > ${now.toISOString()}`))
    .limit(1);
  return row?.draft;
}

export async function deletePendingDraft(db: Db, id: string): Promise<void> {
  await db.delete(pendingDrafts).where(eq(pendingDrafts.id, id));
}

export async function deleteExpiredPendingDrafts(db: Db, now: Date): Promise<void> {
  await db.delete(pendingDrafts).where(sql`${pendingDrafts.expiresAt} <= ${now.toISOString()}`);
}
