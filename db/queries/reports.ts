import { and, asc, desc, eq, exists, inArray, isNotNull, isNull, lte, not, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isActive } from "@/db/queries/campaigners";
import { campaigners } from "@/db/schema/campaigners";
import { reportRevisions, reports, reviews } from "@/db/schema/reports";
import type { Role } from "@/domain/actor";
import type { Proposal } from "@/domain/reports/proposal";
import { type ReportState, WAITING_STATES } from "@/domain/reports/report-state";
import { isUuid } from "@/domain/uuid";

export type ReportRow = typeof reports.$inferSelect;

export async function findReport(db: Db, id: string): Promise<ReportRow | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await db.select().from(reports).where(eq(reports.id, id)).limit(1);
  return row;
}

/** The same, locked until the transaction ends. */
export async function lockReport(db: Db, id: string): Promise<ReportRow | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await db.select().from(reports).where(eq(reports.id, id)).for("update");
  return row;
}

/** The report that this form of its author has made, locked until the transaction ends. */
export async function lockReportOfSubmission(
  db: Db,
  { authorId, submissionKey }: { authorId: string; submissionKey: string },
): Promise<ReportRow | undefined> {
  const [row] = await db
    .select()
    .from(reports)
    .where(and(eq(reports.authorId, authorId), eq(reports.submissionKey, submissionKey)))
    .for("update");
  return row;
}

/** The same without holding it. */
export async function findReportOfSubmission(
  db: Db,
  { authorId, submissionKey }: { authorId: string; submissionKey: string },
): Promise<ReportRow | undefined> {
  const [row] = await db
    .select()
    .from(reports)
    .where(and(eq(reports.authorId, authorId), eq(reports.submissionKey, submissionKey)));
  return row;
}

/** When somebody first agreed that what they send is published under the licence; null where they have not. */
export async function findLicenceAgreedAt(db: Db, authorId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: reports.licenceAcceptedAt })
    .from(reports)
    .where(and(eq(reports.authorId, authorId), isNotNull(reports.licenceAcceptedAt)))
    .orderBy(asc(reports.licenceAcceptedAt))
    .limit(1);
  return row?.at ?? null;
}

/** Newest first; drafts too. */
export async function findReportsOfAuthor(db: Db, authorId: string, limit: number): Promise<ReportRow[]> {
  return db
    .select()
    .from(reports)
    .where(eq(reports.authorId, authorId))
    .orderBy(desc(reports.updatedAt), desc(reports.id))
    .limit(limit);
}

export type QueuedReport = ReportRow & { proposal: Proposal };

/** Reports in these states with their newest revision, those that wait longest first. */
export async function findQueuedReports(
  db: Db,
  {
    states,
    limit,
    notReviewedBy,
  }: {
    states: readonly ReportState[];
    limit: number;
    /** Only those of which this account has not reviewed the newest revision. */
    notReviewedBy?: string;
  },
): Promise<QueuedReport[]> {
  const isReviewed =
    notReviewedBy === undefined
      ? undefined
      : exists(
          db
            .select({ id: reviews.id })
            .from(reviews)
            .where(
              and(
                eq(reviews.reportId, reports.id),
                eq(reviews.revision, reports.revision),
                eq(reviews.reviewerId, notReviewedBy),
              ),
            ),
        );
  const rows = await db
    .select({ report: reports, proposal: reportRevisions.proposal })
    .from(reports)
    .innerJoin(
      reportRevisions,
      and(eq(reportRevisions.reportId, reports.id), eq(reportRevisions.number, reports.revision)),
    )
    .where(
      and(inArray(reports.state, [...states]), isNull(reports.setAsideAt), isReviewed && not(isReviewed)),
    )
    .orderBy(asc(reports.submittedAt), asc(reports.id))
    .limit(limit);
  return rows.map(({ report, proposal }) => ({ ...report, proposal }));
}

/** Ids and versions of the reports whose hold has run out. */
export async function findExpiredHolds(db: Db, now: Date, limit: number): Promise<ReportRow[]> {
  return db
    .select()
    .from(reports)
    .where(and(eq(reports.state, "in-review"), lte(reports.holdExpiresAt, now)))
    .orderBy(asc(reports.holdExpiresAt), asc(reports.id))
    .limit(limit);
}

export type Revision = typeof reportRevisions.$inferSelect;

/** Oldest first. */
export async function findRevisions(db: Db, reportId: string): Promise<Revision[]> {
  return db
    .select()
    .from(reportRevisions)
    .where(eq(reportRevisions.reportId, reportId))
    .orderBy(asc(reportRevisions.number));
}

export async function findRevision(db: Db, reportId: string, number: number): Promise<Revision | undefined> {
  const [row] = await db
    .select()
    .from(reportRevisions)
    .where(and(eq(reportRevisions.reportId, reportId), eq(reportRevisions.number, number)))
    .limit(1);
  return row;
}

/** Sets aside what waits of a suspended author; a hold on it ends. @returns what it was and is. */
export async function setReportsAside(db: Db, authorId: string, at: Date): Promise<ReportRow[]> {
  return db
    .update(reports)
    .set({
      setAsideAt: at,
      state: sql`case when ${reports.state} = 'in-review' then 'submitted'::report_state else ${reports.state} end`,
      heldBy: null,
      holdExpiresAt: null,
      version: sql`${reports.version} + 1`,
    })
    .where(
      and(
        eq(reports.authorId, authorId),
        inArray(reports.state, [...WAITING_STATES]),
        isNull(reports.setAsideAt),
      ),
    )
    .returning();
}

/** What was set aside waits again. */
export async function bringReportsBack(db: Db, authorId: string): Promise<ReportRow[]> {
  return db
    .update(reports)
    .set({ setAsideAt: null, version: sql`${reports.version} + 1` })
    .where(and(eq(reports.authorId, authorId), isNotNull(reports.setAsideAt)))
    .returning();
}

/** What somebody holds goes back to the queue. */
export async function releaseHoldsOf(db: Db, moderatorId: string): Promise<ReportRow[]> {
  return db
    .update(reports)
    .set({ state: "submitted", heldBy: null, holdExpiresAt: null, version: sql`${reports.version} + 1` })
    .where(and(eq(reports.heldBy, moderatorId), eq(reports.state, "in-review")))
    .returning();
}

const DECIDERS: readonly Role[] = ["moderator", "admin"];

/** Ids of everyone who may decide reports and has finished the practice queue. */
export async function findDeciderIds(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: campaigners.id })
    .from(campaigners)
    .where(and(inArray(campaigners.role, [...DECIDERS]), isActive, isNotNull(campaigners.practisedAt)))
    .orderBy(asc(campaigners.id));
  return rows.map(({ id }) => id);
}

/** The address a decision is mailed to; null when it was erased. */
export async function findEmailOf(db: Db, campaignerId: string): Promise<string | null> {
  const [row] = await db
    .select({ email: campaigners.email })
    .from(campaigners)
    .where(eq(campaigners.id, campaignerId))
    .limit(1);
  return row?.email ?? null;
}

/** How many drafts an author keeps; they are limited. */
export async function countDrafts(db: Db, authorId: string): Promise<number> {
  return db.$count(reports, and(eq(reports.authorId, authorId), eq(reports.state, "draft")));
}
