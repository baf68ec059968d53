import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { countDrafts } from "@/db/queries/reports";
import { deletePendingDraft, insertReport } from "@/db/queries/reports-write";
import type { AnyActor } from "@/domain/actor";
import { TooManyRequestsError } from "@/domain/errors";
import { pickReportForm } from "@/domain/reports/new-service-form";
import { audit } from "@/server/audit";
import { assertCampaigner } from "@/server/reports/actor-input";

const DRAFTS_EACH = 20;

/**
 * Keeps what somebody has written so far, complete or not, as a new draft. `edit-report.ts` changes it later.
 * @throws NotAllowedError for visitors (theirs is `keep-pending-draft.ts`); TooManyRequestsError after twenty drafts.
 */
export async function saveDraft(
  db: Db,
  actor: AnyActor,
  input: {
    form: Readonly<Record<string, unknown>>;
    /** What was kept while the author signed in; it goes once the draft is there. Anything but an id is nothing. */
    pendingDraftId?: string;
  },
): Promise<{ reportId: string; version: number }> {
  assertCampaigner(actor);
  const kept = z.uuid().safeParse(input.pendingDraftId);
  const draft = pickReportForm(input.form);
  return inTransaction(db, async (tx) => {
    if ((await countDrafts(tx, actor.id)) >= DRAFTS_EACH) throw new TooManyRequestsError(3600);
    const title = (draft.placeName ?? "").slice(0, 200);
    const report = await insertReport(tx, { kind: "new-service", authorId: actor.id, draft, title });
    await audit(tx, actor, "report.drafted", { type: "report", id: report.id });
    if (kept.success) await deletePendingDraft(tx, kept.data);
    return { reportId: report.id, version: report.version };
  });
}
