import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import type { ReportRow } from "@/db/queries/reports";
import { insertRevision, type NewReport } from "@/db/queries/reports-write";
import type { AnyActor } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { parseInput } from "@/domain/forms/parse-input";
import type { NewAuditLine } from "@/server/audit";
import { countAction, holdAccount } from "@/server/campaigners/act-as-account";
import { queueMail } from "@/server/mail/queue-mail";
import { assertCampaigner } from "@/server/reports/moves/actor-input";
import { beginReport, readSubmissionKey, type Submission } from "@/server/reports/moves/begin-report";
import { receivedMail } from "@/server/reports/moves/decision-mail";
import { applyMove, openMove, type SeenReport } from "@/server/reports/moves/open-move";
import { readSent, refuseOtherKind } from "@/server/reports/moves/send-revision";
import { takeKept } from "@/server/reports/moves/take-kept";

const inputSchema = z.object({
  /** The draft that is sent, and its version; without one a report is begun and sent in one go. */
  draft: z.object({ reportId: z.uuid(), version: z.coerce.number().int().positive() }).optional(),
  /** What was kept while the author signed in; it goes once the report is there. */
  pendingDraftId: z.uuid().optional(),
  /** The key of a form that begins a report; anything but an id is none. */
  submissionKey: z.unknown().transform(readSubmissionKey).optional(),
  form: z.record(z.string(), z.unknown()),
  /** False where it is sent with others that one mail tells of. */
  hasReceipt: z.boolean().default(true),
});

/**
 * Sends a report: it becomes revision 1, which nobody can change any more. A form that is sent twice makes one report:
 * whoever comes second is given the one that is there. Its author is mailed a receipt, unless one mail tells of several.
 * @throws InvalidInputError by form field; NotAllowedError; ConflictError; TooManyRequestsError.
 */
export async function submitReport(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<{ reportId: string; version: number }> {
  assertCampaigner(actor);
  const { draft, pendingDraftId, submissionKey: key, form, hasReceipt } = parseInput(inputSchema, input);
  const { proposal, title } = await readSent(db, form, ukToday(now));
  return inTransaction(db, async (tx) => {
    const { email } = await holdAccount(tx, actor);
    const submission = key ? { key, content: proposal } : undefined;
    const begun = draft
      ? { seen: draft }
      : await begin(tx, { kind: proposal.kind, authorId: actor.id }, submission);
    if (begun.isSent) return begun.seen;
    const { report } = await openMove(tx, actor, begun.seen, "submit", now, { begun: begun.made });
    await refuseOtherKind(tx, report, proposal);
    await countAction(tx, actor, "submit", now);
    const [files] = await Promise.all([
      pendingDraftId ? takeKept(tx, actor, { draftId: pendingDraftId, reportId: report.id }) : [],
      insertRevision(tx, { reportId: report.id, number: 1, proposal }),
      email === null || !hasReceipt ? null : queueMail(tx, receivedMail(email, { id: report.id, title })),
    ]);
    // The audit last and in one go: everybody who writes waits for its lock.
    const subject = { type: "report", id: report.id };
    const before: NewAuditLine[] = begun.isNew ? [{ action: "report.drafted", subject }] : [];
    if (files.length > 0) before.push({ action: "file.added", subject, payload: { files } });
    const patch = { draft: null, revision: 1, title, submittedAt: now, licenceAcceptedAt: now };
    const sent = await applyMove(tx, actor, report, "submit", { patch, action: "report.submitted", before });
    return { reportId: report.id, version: sent.version };
  });
}

async function begin(
  db: Db,
  begun: NewReport,
  submission: Submission | undefined,
): Promise<{ seen: SeenReport; made?: ReportRow | undefined; isNew?: boolean; isSent?: boolean }> {
  const { report, isNew } = await beginReport(db, begun, submission);
  const seen = { reportId: report.id, version: report.version };
  return { seen, made: isNew ? report : undefined, isNew, isSent: !isNew && report.state !== "draft" };
}
