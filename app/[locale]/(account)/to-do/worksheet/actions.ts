"use server";

import { redirect } from "next/navigation";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { answerLinkButton } from "@/server/links/answer-link-button";
import { SUBMISSION_KEY } from "@/server/reports/moves/begin-report";
import { sendWorksheet } from "@/server/to-do/send-worksheet";

/** Sends a report of each practice that was answered, and leads to the next ones. */
export const sendWorksheetAction = action<never>({
  name: "tasks.worksheet",
  signedIn: true,
  run: async ({ actor, db, form: data }) => {
    const form = Object.fromEntries(data);
    await answerLinkButton(db, actor, form);
    const { sent } = await sendWorksheet(db, actor, { form, submissionKey: form[SUBMISSION_KEY] });
    const query = new URLSearchParams({ area: String(form.area ?? ""), sent: String(sent) });
    const locale = isLocale(form.locale) ? form.locale : DEFAULT_LOCALE;
    redirect(localPath(locale, `/to-do/worksheet?${query}`));
  },
});
