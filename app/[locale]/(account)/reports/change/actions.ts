"use server";

import { redirect } from "next/navigation";
import { DEFAULT_LOCALE, isLocale, type Locale, localPath } from "@/domain/language/locale";
import { ADD_FILES } from "@/domain/reports/new-service-steps";
import { action } from "@/server/action";
import { clientAddress } from "@/server/auth/client-address";
import { limitAttempts } from "@/server/auth/limit-attempts";
import type { Db } from "@/server/database";
import { answerLinkButton } from "@/server/links/answer-link-button";
import { assertCampaigner } from "@/server/reports/moves/actor-input";
import { SUBMISSION_KEY } from "@/server/reports/moves/begin-report";
import { dropDraft } from "@/server/reports/moves/drop-draft";
import { keepChange } from "@/server/reports/moves/keep-change";
import { submitReport } from "@/server/reports/moves/submit-report";
import { findChangePath } from "@/server/reports/pages/find-changed-entry";

/**
 * Sends a report about an entry that is there. It is kept first: whoever was signed out while they wrote signs in again and finds it.
 */
export const sendChange = action<never>({
  name: "reports.change",
  run: async ({ actor, db, form: data }) => {
    const form = Object.fromEntries(data);
    const locale = isLocale(form.locale) ? form.locale : DEFAULT_LOCALE;
    const kept = String(form[SUBMISSION_KEY] ?? "");
    if (actor.kind === "visitor") await limitAttempts(db, "draft-from", await clientAddress());
    const made = await keepChange(db, actor, { draftId: kept, form });
    if (made) redirect(localPath(locale, `/reports/${made.reportId}?done=sent`));
    if (form.intent === ADD_FILES)
      redirect(localPath(locale, `/reports/files?${new URLSearchParams({ draft: kept })}`));
    if (actor.kind === "visitor") redirect(await signInPath(db, locale, kept));
    assertCampaigner(actor);
    await answerLinkButton(db, actor, form);
    const sent = { form, submissionKey: kept, pendingDraftId: kept };
    const { reportId } = await submitReport(db, actor, sent);
    // It went with this report, which is sent by now whatever becomes of the draft.
    await dropDraft(db, actor, { draftId: form.draft, reportId });
    redirect(localPath(locale, `/reports/${reportId}?done=sent`));
  },
});

async function signInPath(db: Db, locale: Locale, kept: string): Promise<string> {
  const path = (await findChangePath(db, kept)) ?? "/reports";
  return localPath(locale, `/sign-in?${new URLSearchParams({ callbackUrl: localPath(locale, path) })}`);
}
