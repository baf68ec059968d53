import { asc, eq, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { auditEntries, auditPayloads } from "@/db/schema/audit";
import { complaints } from "@/db/schema/brake";
import { bulkRuns } from "@/db/schema/bulk";
import { accountActions, mailOutbox, sessions } from "@/db/schema/campaigners";
import { reportFiles } from "@/db/schema/files";
import { decisions, pendingDrafts, queueViews, reportMessages, reviews } from "@/db/schema/reports";
import { tips } from "@/db/schema/tips";
import { takenTasks } from "@/db/schema/to-do";

/** What somebody wrote besides their own reports, oldest first. */
export async function findAccountTexts(db: Db, campaignerId: string) {
  const [messagesWritten, reviewsWritten, decisionsMade] = await Promise.all([
    db
      .select({ at: reportMessages.createdAt, body: reportMessages.body })
      .from(reportMessages)
      .where(eq(reportMessages.writerId, campaignerId))
      .orderBy(asc(reportMessages.createdAt)),
    db
      .select({
        at: reviews.createdAt,
        verdict: reviews.verdict,
        reason: reviews.reason,
        source: reviews.source,
      })
      .from(reviews)
      .where(eq(reviews.reviewerId, campaignerId))
      .orderBy(asc(reviews.createdAt)),
    db
      .select({ at: decisions.decidedAt, verdict: decisions.verdict, reason: decisions.reason })
      .from(decisions)
      .where(eq(decisions.moderatorId, campaignerId))
      .orderBy(asc(decisions.decidedAt)),
  ]);
  return { messagesWritten, reviewsWritten, decisionsMade };
}

/** What we keep around an account: sessions, mail, what was kept while signing in, and what the audit says. */
export async function findAccountActivity(
  db: Db,
  { campaignerId, email, pseudonym }: { campaignerId: string; email: string; pseudonym: string },
) {
  const [
    openSessions,
    complaintsSent,
    tipsSent,
    mail,
    keptWhileSigningIn,
    counted,
    lookingUp,
    queueViewsKept,
    filesSent,
    decidedTogether,
    audit,
  ] = await Promise.all([
    db
      .select({ createdAt: sessions.createdAt, expiresAt: sessions.expiresAt })
      .from(sessions)
      .where(eq(sessions.campaignerId, campaignerId)),
    db
      .select({
        at: complaints.createdAt,
        why: complaints.why,
        notice: complaints.notice,
        answer: complaints.answer,
      })
      .from(complaints)
      .where(eq(complaints.email, email)),
    db
      .select({
        at: tips.createdAt,
        whereabouts: tips.whereabouts,
        says: tips.says,
        link: tips.link,
        answer: tips.answer,
      })
      .from(tips)
      .where(eq(tips.email, email)),
    db
      .select({ subject: mailOutbox.subject, createdAt: mailOutbox.createdAt, sentAt: mailOutbox.sentAt })
      .from(mailOutbox)
      .where(eq(mailOutbox.recipient, email)),
    db
      .select({ draft: pendingDrafts.draft, expiresAt: pendingDrafts.expiresAt })
      .from(pendingDrafts)
      .where(eq(pendingDrafts.forWhom, pseudonym)),
    db
      .select({ kind: accountActions.kind, at: accountActions.at })
      .from(accountActions)
      .where(eq(accountActions.campaignerId, campaignerId)),
    db
      .select({ kind: takenTasks.kind, recordId: takenTasks.recordId, until: takenTasks.until })
      .from(takenTasks)
      .where(eq(takenTasks.campaignerId, campaignerId)),
    db
      .select({ name: queueViews.name, address: queueViews.address })
      .from(queueViews)
      .where(eq(queueViews.campaignerId, campaignerId)),
    db
      .select({ name: reportFiles.name, bytes: reportFiles.bytes, at: reportFiles.updatedAt })
      .from(reportFiles)
      .where(eq(reportFiles.uploaderId, campaignerId)),
    db
      .select({
        at: bulkRuns.createdAt,
        verdict: bulkRuns.verdict,
        // Each of the two reasons is a copy of its writer's.
        reason: sql<
          string | null
        >`case when ${bulkRuns.moderatorId} = ${campaignerId} then ${bulkRuns.reason} end`,
        takenBackBecause: sql<
          string | null
        >`case when ${bulkRuns.takenBackBy} = ${campaignerId} then ${bulkRuns.takenBackBecause} end`,
      })
      .from(bulkRuns)
      .where(or(eq(bulkRuns.moderatorId, campaignerId), eq(bulkRuns.takenBackBy, campaignerId))),
    db
      .select({
        at: auditEntries.at,
        action: auditEntries.action,
        subjectType: auditEntries.subjectType,
        subjectId: auditEntries.subjectId,
        payload: auditPayloads.payload,
      })
      .from(auditEntries)
      .leftJoin(auditPayloads, eq(auditPayloads.number, auditEntries.number))
      .where(or(eq(auditEntries.actorId, campaignerId), eq(auditEntries.subjectId, campaignerId)))
      .orderBy(asc(auditEntries.number)),
  ]);
  return {
    openSessions,
    complaintsSent,
    tipsSent,
    mail,
    keptWhileSigningIn,
    counted,
    lookingUp,
    queueViewsKept,
    filesSent,
    decidedTogether,
    audit,
  };
}
