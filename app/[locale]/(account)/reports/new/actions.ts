"use server";

import { redirect } from "next/navigation";
import { ukToday } from "@/domain/dates/partial-date";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { clientAddress } from "@/server/auth/client-address";
import { limitAttempts } from "@/server/auth/limit-attempts";
import { answerLinkButton } from "@/server/links/answer-link-button";
import { SUBMISSION_KEY } from "@/server/reports/moves/begin-report";
import { keepPendingDraft } from "@/server/reports/moves/keep-pending-draft";
import { saveDraft } from "@/server/reports/moves/save-draft";
import { readSentForm } from "@/server/reports/moves/send-revision";
import { submitReport } from "@/server/reports/moves/submit-report";
import { noteReportOfTip } from "@/server/tips/note-report-of-tip";

/** Sends the report or saves it; somebody who is signed out signs in first and finds it again. */
export const sendNewReport = action<never>({
  name: "reports.new",
  run: async ({ actor, db, form: data }) => {
    const form = Object.fromEntries(data);
    await answerLinkButton(db, actor, form);
    const locale = isLocale(form.locale) ? form.locale : DEFAULT_LOCALE;
    if (actor.kind !== "campaigner") {
      await readSentForm(db, form, ukToday());
      await limitAttempts(db, "draft-from", await clientAddress());
      const { draftId } = await keepPendingDraft(db, { form });
      const callbackUrl = localPath(locale, `/reports/new?draft=${draftId}`);
      redirect(localPath(locale, `/sign-in?${new URLSearchParams({ callbackUrl })}`));
    }
    const pendingDraftId = typeof form.draft === "string" && form.draft !== "" ? form.draft : undefined;
    const submissionKey = form[SUBMISSION_KEY];
    if (form.intent === "save") {
      const { reportId } = await saveDraft(db, actor, { form, pendingDraftId, submissionKey });
      redirect(localPath(locale, `/reports/${reportId}?done=saved`));
    }
    const { reportId } = await submitReport(db, actor, { form, pendingDraftId, submissionKey });
    if (typeof form.tip === "string" && form.tip !== "")
      await noteReportOfTip(db, actor, { tipId: form.tip, reportId });
    redirect(localPath(locale, `/reports/${reportId}?done=sent`));
  },
});
