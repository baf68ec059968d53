import type { Db } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { NotAllowedError } from "@/domain/errors";
import { isUuid } from "@/domain/uuid";
import { isOfOther } from "@/server/reports/moves/keep-change";
import {
  findKeptChange,
  findKeptDraft,
  keepPendingDraft,
  pickKept,
} from "@/server/reports/moves/keep-pending-draft";
import { findMadeOf, type MadeReport } from "@/server/reports/moves/keep-step";
import { licenceAgreedAt } from "@/server/reports/moves/licence-agreed";
import { saveDraft } from "@/server/reports/moves/save-draft";
import { readSent } from "@/server/reports/moves/send-revision";
import { submitReport } from "@/server/reports/moves/submit-report";

/**
 * The last page of a report of any kind: sends what is kept under this id, or makes a draft of it that stays. However often and from however many
 * tabs it is sent, it is one report. Whoever has agreed to the licence before need not say so again.
 * @returns the report; null for a visitor, whose report is complete and waits for them to sign in.
 * @throws InvalidInputError by form field of whichever page; NotAllowedError ("draft-gone") where nothing is kept; what `submitReport` throws.
 */
export async function sendKept(
  db: Db,
  actor: AnyActor,
  { draftId, form: sent }: { draftId: unknown; form: Readonly<Record<string, unknown>> },
  now: Date = new Date(),
): Promise<MadeReport | null> {
  if (!isUuid(draftId)) throw new NotAllowedError("draft-gone");
  const kept = (await findKeptDraft(db, draftId, now)) ?? (await findKeptChange(db, draftId, now));
  // An id can be put into any form: what is kept of another entry is not what was shown.
  if (!kept || isOfOther(kept, pickKept(sent))) {
    // Another press was first: what it made of the draft is what this one makes.
    const made = await findMadeOf(db, actor, draftId);
    if (made) return made;
    throw new NotAllowedError("draft-gone");
  }
  const form = { ...kept, ...pickKept(sent) };
  if (actor.kind !== "campaigner") {
    await keepPendingDraft(db, { id: draftId, form }, now);
    await readSent(db, form, ukToday(now));
    return null;
  }
  if (form.licence !== "accepted" && (await licenceAgreedAt(db, actor)) !== null) form.licence = "accepted";
  const input = { form, pendingDraftId: draftId, submissionKey: draftId };
  const isSent = sent.intent !== "save";
  const { reportId } = await (isSent ? submitReport : saveDraft)(db, actor, input, now);
  return { reportId, isSent };
}
