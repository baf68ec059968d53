"use server";

import { redirect } from "next/navigation";
import { takeMessageBeside } from "@/app/[locale]/(account)/reports/[id]/message-beside";
import type { CampaignerActor } from "@/domain/actor";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import type { Db } from "@/server/database";
import { answerLinkButton } from "@/server/links/answer-link-button";
import { addMessage } from "@/server/reports/moves/add-message";
import { appealDecision } from "@/server/reports/moves/appeal-decision";
import { SUBMISSION_KEY } from "@/server/reports/moves/begin-report";
import { discardReport } from "@/server/reports/moves/discard-report";
import { editReport } from "@/server/reports/moves/edit-report";
import { resubmitReport } from "@/server/reports/moves/resubmit-report";
import { reviewReport } from "@/server/reports/moves/review-report";
import { submitReport } from "@/server/reports/moves/submit-report";
import { withdrawReport } from "@/server/reports/moves/withdraw-report";

type Sent = { reportId: string; version: string; form: Record<string, string>; back: string };

function read(data: FormData): Sent {
  const form: Record<string, string> = {};
  for (const [name, value] of data) if (typeof value === "string") form[name] = value;
  const locale = isLocale(form.locale) ? form.locale : DEFAULT_LOCALE;
  const reportId = form.reportId ?? "";
  // A moderator writes on the page of the decision, and what is typed there must not be left behind.
  const page = form.from === "moderation" ? "moderation" : "reports";
  return { reportId, version: form.version ?? "", form, back: localPath(locale, `/${page}/${reportId}`) };
}

/** One use case behind one button; the page is shown again with what was done. */
function move(
  name: string,
  done: string,
  run: (db: Db, actor: CampaignerActor, sent: Sent) => Promise<unknown>,
) {
  return action<never>({
    name,
    signedIn: true,
    run: async ({ actor, db, form }) => {
      const sent = read(form);
      await run(db, actor, sent);
      redirect(`${sent.back}?done=${done}`);
    },
  });
}

export const saveChanges = action<never>({
  name: "reports.save",
  signedIn: true,
  run: async ({ actor, db, form: data }) => {
    const { reportId, version, form, back } = read(data);
    await answerLinkButton(db, actor, form);
    await takeMessageBeside(db, actor, data);
    const seen = { reportId, version };
    if (form.intent === "submit") await submitReport(db, actor, { draft: seen, form });
    else if (form.intent === "resubmit")
      await resubmitReport(db, actor, { ...seen, form, message: form.message });
    else await editReport(db, actor, { ...seen, form });
    redirect(`${back}?done=${form.intent === "save" ? "saved" : "sent"}`);
  },
});

export const withdraw = move("reports.withdraw", "done", withdrawReport);
export const appeal = move("reports.appeal", "done", (db, actor, { reportId, version, form }) =>
  appealDecision(db, actor, { reportId, version, reason: form.reason ?? "" }),
);
export const sendMessage = move("reports.message", "done", (db, actor, { reportId, form }) =>
  addMessage(db, actor, { reportId, body: form.body ?? "", submissionKey: form[SUBMISSION_KEY] }),
);
export const reviewReportAction = move("reports.review", "done", (db, actor, { reportId, form }) =>
  reviewReport(db, actor, {
    reportId,
    revision: form.revision,
    verdict: form.verdict as "confirm" | "dispute",
    reason: form.reason ?? "",
    source: form.source ?? "",
  }),
);

export const discard = action<never>({
  name: "reports.discard",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const { reportId, version, back } = read(form);
    await discardReport(db, actor, { reportId, version });
    redirect(back.replace(/\/[^/]+$/, ""));
  },
});
