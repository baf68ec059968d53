import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { countDrafts } from "@/db/queries/reports";
import type { AnyActor } from "@/domain/actor";
import { DRAFTS_EACH } from "@/domain/campaigners/account-limits";
import { NotAllowedError } from "@/domain/errors";
import { pickReportForm } from "@/domain/reports/new-service-form";
import { audit } from "@/server/audit";
import { countAction, holdAccount } from "@/server/campaigners/act-as-account";
import { assertCampaigner } from "@/server/reports/moves/actor-input";
import { beginReport, readSubmissionKey } from "@/server/reports/moves/begin-report";
import { applyMove } from "@/server/reports/moves/open-move";
import { auditFiles, takeKept } from "@/server/reports/moves/take-kept";

/**
 * Keeps what somebody has written so far, complete or not, as a draft: a new one, or the one that the same form made
 * before. `edit-report.ts` changes it later.
 * @throws NotAllowedError for visitors (theirs is `keep-pending-draft.ts`) and after twenty drafts; TooManyRequestsError.
 */
export async function saveDraft(
  db: Db,
  actor: AnyActor,
  input: {
    form: Readonly<Record<string, unknown>>;
    /** What was kept while the author signed in; it goes once the draft is there. Anything but an id is nothing. */
    pendingDraftId?: string | undefined;
    /** The key of the form; anything but an id is none. */
    submissionKey?: unknown;
  },
  now: Date = new Date(),
): Promise<{ reportId: string; version: number }> {
  assertCampaigner(actor);
  const kept = z.uuid().safeParse(input.pendingDraftId);
  const key = readSubmissionKey(input.submissionKey);
  const draft = pickReportForm(input.form);
  return inTransaction(db, async (tx) => {
    await holdAccount(tx, actor);
    const title = (draft.placeName ?? "").slice(0, 200);
    const values = { kind: "new-service", authorId: actor.id, draft, title } as const;
    const { report, isNew } = await beginReport(tx, values, key ? { key, content: draft } : undefined);
    const files = kept.success ? await takeKept(tx, actor, { draftId: kept.data, reportId: report.id }) : [];
    if (isNew) {
      if ((await countDrafts(tx, actor.id)) > DRAFTS_EACH) throw new NotAllowedError("too-many-drafts");
      await countAction(tx, actor, "edit", now);
      await audit(tx, actor, "report.drafted", { type: "report", id: report.id });
      await auditFiles(tx, actor, { reportId: report.id, files });
      return { reportId: report.id, version: report.version };
    }
    if (report.state !== "draft") return { reportId: report.id, version: report.version };
    const patch = { draft, title };
    const saved = await applyMove(tx, actor, report, "edit", { patch, action: "report.edited" });
    return { reportId: report.id, version: saved.version };
  });
}
