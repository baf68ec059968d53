"use server";

import { redirect } from "next/navigation";
import { queryText, stepHref } from "@/app/[locale]/(account)/reports/new/step-href";
import { ukToday } from "@/domain/dates/partial-date";
import { InvalidInputError } from "@/domain/errors";
import { DEFAULT_LOCALE, isLocale, type Locale, localPath } from "@/domain/language/locale";
import { isOneOf } from "@/domain/lists/is-one-of";
import { acceptedFacts, LOOK_AT_LINK, sourceOfIntent, USE_FOUND } from "@/domain/reports/found-facts";
import {
  ADD_FILES,
  isReportStep,
  OTHER_WHERE,
  problemsOfStep,
  type ReportStep,
  stepAfter,
  stepOfField,
} from "@/domain/reports/new-service-steps";
import { action } from "@/server/action";
import { clientAddress } from "@/server/auth/client-address";
import { limitAttempts } from "@/server/auth/limit-attempts";
import type { Db } from "@/server/database";
import { answerLinkButton } from "@/server/links/answer-link-button";
import { SUBMISSION_KEY } from "@/server/reports/moves/begin-report";
import { findKeptDraft } from "@/server/reports/moves/keep-pending-draft";
import { keepStep, keepUnchecked, type MadeReport } from "@/server/reports/moves/keep-step";
import { sendKept } from "@/server/reports/moves/send-kept";
import { findProviderChoices } from "@/server/reports/pages/find-choices";
import { noteReportOfTip } from "@/server/tips/note-report-of-tip";

type Sent = Readonly<Record<string, FormDataEntryValue>>;

/** Keeps one page of a report, signed in or not, and leads to the next. */
export const saveReportStep = action<never>({
  name: "reports.step",
  run: async ({ actor, db, form: data }) => {
    const form = Object.fromEntries(data);
    const { locale, step, draft, tip } = read(form);
    const kept = await findKeptDraft(db, draft);
    // A visitor's draft takes room on the server; an account is limited by what it sends.
    if (!kept && actor.kind === "visitor") await limitAttempts(db, "draft-from", await clientAddress());
    const isUsed = sourceOfIntent(form.intent, USE_FOUND) !== undefined;
    if (isUsed || sourceOfIntent(form.intent, LOOK_AT_LINK) !== undefined) {
      const facts = isUsed ? factsForDraft(form) : {};
      await keepUnchecked(db, actor, { draftId: draft, step, form: { ...form, ...facts } });
      await answerLinkButton(db, actor, { ...kept, ...form });
    }
    if (step === "where" && isOneOf(OTHER_WHERE, form.intent)) {
      const { made } = await keepUnchecked(db, actor, { draftId: draft, step, form });
      if (made) redirect(madePath(locale, made));
      const back = form.back === "review" ? "review" : "";
      redirect(stepHref(locale, step, { draft, tip, choose: form.intent, back }));
    }
    if (step === "source" && form.intent === ADD_FILES) {
      const { made } = await keepUnchecked(db, actor, { draftId: draft, step, form });
      if (made) redirect(madePath(locale, made));
      const back = form.back === "review" ? "review" : "";
      redirect(localPath(locale, `/reports/files${queryText({ draft, tip, back })}`));
    }
    const saved = await keepStep(db, actor, { draftId: draft, step, form });
    if (saved.made) redirect(madePath(locale, saved.made));
    const back = form.back === "review" ? "review" : "";
    if (await isToChoose(db, step, form))
      redirect(stepHref(locale, step, { draft, tip, choose: "yes", back }));
    // Whoever came from an organisation's page has said who it is.
    const isKnown = step === "what" && Object.keys(problemsOfStep(saved.form, "who", ukToday())).length === 0;
    redirect(stepHref(locale, back || (isKnown ? "when" : stepAfter(step)), { draft, tip }));
  },
});

/** Sends the report or saves it; somebody who is signed out signs in first and comes back to its last page. */
export const sendNewReport = action<never>({
  name: "reports.new",
  run: async ({ actor, db, form: data }) => {
    const form = Object.fromEntries(data);
    const { locale, draft, tip } = read(form);
    const made = await sendKept(db, actor, { draftId: draft, form }).catch((error: unknown) => {
      const step =
        error instanceof InvalidInputError ? stepOfField(Object.keys(error.fields)[0] ?? "") : "review";
      if (step === "review") throw error;
      return { step };
    });
    if (made === null) {
      const callbackUrl = localPath(locale, `/reports/new?draft=${draft}`);
      redirect(localPath(locale, `/sign-in?${new URLSearchParams({ callbackUrl })}`));
    }
    if ("step" in made) redirect(stepHref(locale, made.step, { draft, tip, fix: "yes", back: "review" }));
    if (tip !== "" && made.isSent && actor.kind === "campaigner")
      await noteReportOfTip(db, actor, { tipId: tip, reportId: made.reportId });
    redirect(madePath(locale, made));
  },
});

function read(form: Sent): { locale: Locale; step: ReportStep; draft: string; tip: string } {
  const draft = form[SUBMISSION_KEY];
  return {
    locale: isLocale(form.locale) ? form.locale : DEFAULT_LOCALE,
    step: isReportStep(form.step) ? form.step : "where",
    draft: typeof draft === "string" ? draft : "",
    tip: typeof form.tip === "string" ? form.tip : "",
  };
}

function madePath(locale: Locale, { reportId, isSent }: MadeReport): string {
  return localPath(locale, `/reports/${reportId}?done=${isSent ? "sent" : "saved"}`);
}

/** What was looked for is chosen from on a page of its own: always of a place, of an organisation where we have one like it. */
async function isToChoose(db: Db, step: ReportStep, { intent, providerName }: Sent): Promise<boolean> {
  if (intent !== "find") return false;
  if (step === "where") return true;
  return step === "who" && (await findProviderChoices(db, String(providerName))).length > 0;
}

/** A place that a page names is not the one that was chosen before. */
function factsForDraft(form: Sent): Record<string, string> {
  const facts = acceptedFacts(form);
  return facts.placeName || facts.postcode ? { ...facts, placeId: "", point: "", areaId: "" } : facts;
}
