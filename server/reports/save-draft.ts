import { type Db, inTransaction } from "@/db/client";
import { countDrafts } from "@/db/queries/reports";
import { insertReport } from "@/db/queries/reports-write";
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
  input: { form: Readonly<Record<string, unknown>> },
): Promise<{ reportId: string; version: number }> {
  assertCampaigner(actor);
  const draft = pickReportForm(input.form);
  return inTransaction(db, async (tx) => {
    if ((await countDrafts(tx, actor.id)) >= DRAFTS_EACH) throw new TooManyRequestsError(3600);
    const title = (draft.placeName ?? "").slice(0, 200);
    const report = await insertReport(tx, { kind: "new-service", authorId: actor.id, draft, title });
    await audit(tx, actor, "report.drafted", { type: "report", id: report.id });
    return { reportId: report.id, version: report.version };
  });
}
