import type { Db } from "@/db/client";
import { type DecisionWithFields, insertDecision } from "@/db/queries/decisions";
import { findEmailOf, type ReportRow } from "@/db/queries/reports";
import { type FieldDecision, fieldDecisionsSchema } from "@/domain/reports/field-decision";
import type { DecisionVerdict } from "@/domain/reports/proposal";
import { queueMail } from "@/server/mail/queue-mail";
import { decisionMail } from "@/server/reports/moves/decision-mail";

export type Decision = {
  moderatorId: string;
  verdict: DecisionVerdict;
  reason: string;
  fields?: readonly FieldDecision[];
  /** Likely twins that were ruled out; kept for whoever confirms. */
  notTheSameAs?: readonly string[];
};

/**
 * Keeps a decision on the report's newest revision, with its verdict and comment per field, and mails the author in the
 * same transaction: a decision nobody is told of cannot happen, nor a mail about one that did not.
 */
export async function recordDecision(
  db: Db,
  report: ReportRow,
  { moderatorId, verdict, reason, fields = [], notTheSameAs = [] }: Decision,
): Promise<string> {
  const decision = { reportId: report.id, revision: report.revision, moderatorId, verdict, reason };
  const decisionId = await insertDecision(db, { ...decision, notTheSameAs: [...notTheSameAs] }, fields);
  const email = await findEmailOf(db, report.authorId);
  // An author whose address was erased asked not to be written to.
  if (email !== null)
    await queueMail(db, decisionMail(email, { decisionId, report, verdict, reason, fields }));
  return decisionId;
}

/** What the first of two moderators decided, ready to be published as they saw it. */
export function readFirstDecision({ fields, notTheSameAs }: DecisionWithFields): {
  fields: FieldDecision[];
  notTheSameAs: string[];
} {
  const parts = fields.map(({ field, verdict, comment, changedTo }) => ({
    field,
    verdict,
    comment,
    changedTo: changedTo ?? null,
  }));
  return { fields: fieldDecisionsSchema.parse(parts), notTheSameAs };
}
