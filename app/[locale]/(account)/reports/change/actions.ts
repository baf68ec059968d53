"use server";

import { redirect } from "next/navigation";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { answerLinkButton } from "@/server/links/answer-link-button";
import { SUBMISSION_KEY } from "@/server/reports/moves/begin-report";
import { dropDraft } from "@/server/reports/moves/drop-draft";
import { submitReport } from "@/server/reports/moves/submit-report";

/** Sends a report about an entry that is there. */
export const sendChange = action<never>({
  name: "reports.change",
  signedIn: true,
  run: async ({ actor, db, form: data }) => {
    const form = Object.fromEntries(data);
    await answerLinkButton(db, actor, form);
    const locale = isLocale(form.locale) ? form.locale : DEFAULT_LOCALE;
    const { reportId } = await submitReport(db, actor, { form, submissionKey: form[SUBMISSION_KEY] });
    // It went with this report, which is sent by now whatever becomes of the draft.
    await dropDraft(db, actor, form.draft);
    redirect(localPath(locale, `/reports/${reportId}?done=sent`));
  },
});
