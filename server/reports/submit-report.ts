import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { deletePendingDraft, insertReport, insertRevision } from "@/db/queries/reports-write";
import type { AnyActor } from "@/domain/actor";
import { audit } from "@/server/audit";
import { assertCampaigner, parseInput } from "@/server/reports/actor-input";
import { applyMove, openMove } from "@/server/reports/open-move";
import { assertMayStillSend, readSentForm, titleOfReport } from "@/server/reports/send-revision";

const inputSchema = z.object({
  /** The draft that is sent, and its version; without one a report is begun and sent in one go. */
  draft: z.object({ reportId: z.uuid(), version: z.coerce.number().int().positive() }).optional(),
  /** What was kept while the author signed in; it goes once the report is there. */
  pendingDraftId: z.uuid().optional(),
  form: z.record(z.string(), z.unknown()),
});

/**
 * Sends a report: it becomes revision 1, which nobody can change any more.
 * @throws InvalidInputError by form field; NotAllowedError; ConflictError; TooManyRequestsError.
 */
export async function submitReport(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<{ reportId: string; version: number }> {
  assertCampaigner(actor);
  const { draft, pendingDraftId, form } = parseInput(inputSchema, input);
  const proposal = await readSentForm(db, form);
  return inTransaction(db, async (tx) => {
    const seen = draft ?? (await beginReport(tx, actor.id));
    const { report } = await openMove(tx, actor, seen, "submit", now);
    await assertMayStillSend(tx, actor.id, now);
    const title = await titleOfReport(tx, proposal);
    const patch = { draft: null, revision: 1, title, submittedAt: now, licenceAcceptedAt: now };
    if (!draft) await audit(tx, actor, "report.drafted", { type: "report", id: report.id });
    const sent = await applyMove(tx, actor, report, "submit", { patch, action: "report.submitted" });
    await insertRevision(tx, { reportId: report.id, number: 1, proposal });
    if (pendingDraftId) await deletePendingDraft(tx, pendingDraftId);
    return { reportId: report.id, version: sent.version };
  });
}

async function beginReport(db: Db, authorId: string): Promise<{ reportId: string; version: number }> {
  const report = await insertReport(db, { kind: "new-service", authorId });
  return { reportId: report.id, version: report.version };
}
