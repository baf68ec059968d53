import type { Db } from "@/db/client";
import { insertDecision } from "@/db/queries/decisions";
import { findEmailOf, type ReportRow } from "@/db/queries/reports";
import type { FieldDecision } from "@/domain/reports/field-decision";
import type { DecisionVerdict } from "@/domain/reports/proposal";
import { queueMail } from "@/server/mail/queue-mail";
import { decisionMail } from "@/server/reports/decision-mail";

export type Decision = {
  moderatorId: string;
  verdict: DecisionVerdict;
  reason: string;
  fields?: readonly FieldDecision[];
};

/**
 * Keeps a decision on the report's newest revision, with its verdict and comment per field, and mails the author in the
 * same transaction: a decision nobody is told of cannot happen, nor a mail about one that did not.
 */
export async function recordDecision(
  db: Db,
  report: ReportRow,
  { moderatorId, verdict, reason, fields = [] }: Decision,
): Promise<string> {
  const decision = { reportId: report.id, revision: report.revision, moderatorId, verdict, reason };
  const decisionId = await insertDecision(db, decision, fields);
  const email = await findEmailOf(db, report.authorId);
  // An author whose address was erased asked not to be written to.
  if (email !== null)
    await queueMail(db, decisionMail(email, { decisionId, report, verdict, reason, fields }));
  return decisionId;
}
