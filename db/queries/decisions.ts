import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import { auditEntries, auditPayloads } from "@/db/schema/audit";
import { campaigners } from "@/db/schema/campaigners";
import { decisionFields, decisions, reportMessages, reviews } from "@/db/schema/reports";
import type { FieldDecision } from "@/domain/reports/field-decision";
import type { DecisionVerdict } from "@/domain/reports/proposal";

export type DecisionRow = typeof decisions.$inferSelect;
export type DecisionFieldRow = typeof decisionFields.$inferSelect;
export type DecisionWithFields = DecisionRow & { fields: DecisionFieldRow[] };

export async function insertDecision(
  db: Db,
  decision: {
    reportId: string;
    revision: number;
    moderatorId: string;
    verdict: DecisionVerdict;
    reason: string;
    notTheSameAs?: string[];
  },
  fields: readonly FieldDecision[],
): Promise<string> {
  const [row] = await db.insert(decisions).values(decision).returning({ id: decisions.id });
  if (!row) throw new Error("no decision row");
  if (fields.length > 0)
    await db.insert(decisionFields).values(fields.map((field) => ({ ...field, decisionId: row.id })));
  return row.id;
}

/** Oldest first, each with its verdicts and comments per field. */
export async function findDecisions(db: Db, reportId: string): Promise<DecisionWithFields[]> {
  const rows = await db
    .select()
    .from(decisions)
    .where(eq(decisions.reportId, reportId))
    .orderBy(asc(decisions.decidedAt), asc(decisions.id));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const fields = await db
    .select()
    .from(decisionFields)
    .where(inArray(decisionFields.decisionId, ids))
    .orderBy(asc(decisionFields.field));
  return rows.map((row) => ({ ...row, fields: fields.filter(({ decisionId }) => decisionId === row.id) }));
}

export async function findLastDecision(
  db: Db,
  reportId: string,
  verdicts: readonly DecisionVerdict[],
): Promise<DecisionWithFields | undefined> {
  const all = await findDecisions(db, reportId);
  return all.filter(({ verdict }) => verdicts.includes(verdict)).at(-1);
}

export async function insertReview(db: Db, review: typeof reviews.$inferInsert): Promise<void> {
  await db.insert(reviews).values(review);
}

/** Oldest first, without those of suspended accounts: they count again once the suspension is lifted. */
export async function findReviews(db: Db, reportId: string): Promise<(typeof reviews.$inferSelect)[]> {
  return db
    .select(getTableColumns(reviews))
    .from(reviews)
    .innerJoin(campaigners, and(eq(campaigners.id, reviews.reviewerId), isNull(campaigners.suspendedAt)))
    .where(eq(reviews.reportId, reportId))
    .orderBy(asc(reviews.createdAt), asc(reviews.id));
}

/** @returns false when its writer's form of this key has sent it already. */
export async function insertMessage(db: Db, message: typeof reportMessages.$inferInsert): Promise<boolean> {
  const target = [reportMessages.writerId, reportMessages.submissionKey];
  const sent = await db
    .insert(reportMessages)
    .values(message)
    .onConflictDoNothing({ target })
    .returning({ id: reportMessages.id });
  return sent.length === 1;
}

/** The newest `limit` messages before the newest `skip`, oldest of them first. */
export async function findMessages(
  db: Db,
  reportId: string,
  { skip, limit }: { skip: number; limit: number },
): Promise<(typeof reportMessages.$inferSelect)[]> {
  const rows = await db
    .select()
    .from(reportMessages)
    .where(eq(reportMessages.reportId, reportId))
    .orderBy(desc(reportMessages.createdAt), desc(reportMessages.id))
    .offset(skip)
    .limit(limit);
  return rows.reverse();
}

/** The author's answers to what decisions asked of single parts, oldest first; without those that were erased. */
export async function findAnswers(db: Db, reportId: string) {
  const { decisionId, field, body } = reportMessages;
  return db
    .select({ decisionId, field, body })
    .from(reportMessages)
    .where(and(eq(reportMessages.reportId, reportId), isNotNull(decisionId), ne(body, "")))
    .orderBy(asc(reportMessages.createdAt), asc(reportMessages.id));
}

export async function countMessages(db: Db, reportId: string): Promise<number> {
  return db.$count(reportMessages, eq(reportMessages.reportId, reportId));
}

export type HistoryEntry = {
  number: number;
  at: Date;
  actorId: string;
  actorRole: string;
  action: typeof auditEntries.$inferSelect.action;
  payload: unknown;
};

const HISTORY = {
  number: auditEntries.number,
  at: auditEntries.at,
  actorId: auditEntries.actorId,
  actorRole: auditEntries.actorRole,
  action: auditEntries.action,
  payload: auditPayloads.payload,
};

/** What the audit says of a report, oldest first; the payload is null where it was erased. */
export async function findReportHistory(db: Db, reportId: string): Promise<HistoryEntry[]> {
  return db
    .select(HISTORY)
    .from(auditEntries)
    .leftJoin(auditPayloads, eq(auditPayloads.number, auditEntries.number))
    .where(and(eq(auditEntries.subjectType, "report"), eq(auditEntries.subjectId, reportId)))
    .orderBy(asc(auditEntries.number));
}

/** The last thing somebody did to a report: what the loser of a race is told. */
export async function findLastActionOn(db: Db, reportId: string): Promise<HistoryEntry | undefined> {
  const [row] = await db
    .select(HISTORY)
    .from(auditEntries)
    .leftJoin(auditPayloads, eq(auditPayloads.number, auditEntries.number))
    .where(and(eq(auditEntries.subjectType, "report"), eq(auditEntries.subjectId, reportId)))
    .orderBy(desc(auditEntries.number))
    .limit(1);
  return row;
}
