"use server";

import { redirect } from "next/navigation";
import { InvalidInputError } from "@/domain/errors";
import { DEFAULT_LOCALE, isLocale, type Locale, localPath } from "@/domain/language/locale";
import { isOneOf } from "@/domain/lists/is-one-of";
import { aboutOf, type ChangeQuestion } from "@/domain/reports/change-form";
import {
  type ChangeStep,
  changeStepAfter,
  isStepOfChange,
  stepOfChangeField,
  stepsOfChange,
} from "@/domain/reports/change-steps";
import { acceptedFacts, LOOK_AT_LINK, sourceOfIntent, USE_FOUND } from "@/domain/reports/found-facts";
import { ADD_FILES, OTHER_WHERE } from "@/domain/reports/new-service-steps";
import { action } from "@/server/action";
import { clientAddress } from "@/server/auth/client-address";
import { limitAttempts } from "@/server/auth/limit-attempts";
import type { Db } from "@/server/database";
import { answerLinkButton } from "@/server/links/answer-link-button";
import { SUBMISSION_KEY } from "@/server/reports/moves/begin-report";
import { dropDraft } from "@/server/reports/moves/drop-draft";
import { keepChangeStep, keepChangeUnchecked } from "@/server/reports/moves/keep-change";
import { findKeptChange } from "@/server/reports/moves/keep-pending-draft";
import type { MadeReport } from "@/server/reports/moves/keep-step";
import { sendKept } from "@/server/reports/moves/send-kept";
import { findChangePath } from "@/server/reports/pages/find-changed-entry";
import { findProviderChoices } from "@/server/reports/pages/find-choices";

type Sent = Readonly<Record<string, FormDataEntryValue>>;

/** Keeps one page of a report about an entry, and leads to the next. Whoever was signed out meanwhile signs in again and finds it. */
export const saveChangeStep = action<never>({
  name: "reports.change-step",
  run: async ({ actor, db, form: data }) => {
    const form = Object.fromEntries(data);
    const { locale, kept, question, step } = read(form);
    const before = await findKeptChange(db, kept);
    // A visitor's draft takes room on the server; an account is limited by what it sends.
    if (!before && actor.kind === "visitor") await limitAttempts(db, "draft-from", await clientAddress());
    const written = { draftId: kept, step, form };
    const isUsed = sourceOfIntent(form.intent, USE_FOUND) !== undefined;
    if (isUsed || sourceOfIntent(form.intent, LOOK_AT_LINK) !== undefined) {
      const facts = isUsed ? acceptedFacts(form) : {};
      await keepChangeUnchecked(db, actor, { ...written, form: { ...form, ...facts } });
      await answerLinkButton(db, actor, { ...before, ...form });
    }
    if (step === "where" && isOneOf(OTHER_WHERE, form.intent)) {
      const { made } = await keepChangeUnchecked(db, actor, written);
      if (made) redirect(madePath(locale, made));
      redirect(await stepPath(db, form, { step, choose: form.intent, ...backOf(form) }));
    }
    if (form.intent === ADD_FILES) {
      const { made } = await keepChangeUnchecked(db, actor, written);
      if (made) redirect(madePath(locale, made));
      redirect(localPath(locale, `/reports/files?${new URLSearchParams({ draft: kept })}`));
    }
    const saved = await keepChangeStep(db, actor, written);
    if (saved.made) redirect(madePath(locale, saved.made));
    if (actor.kind === "visitor") redirect(await signInPath(db, locale, kept));
    const back = backOf(form);
    if (await isToChoose(db, step, form))
      redirect(await stepPath(db, form, { step, choose: "yes", ...back }));
    redirect(await stepPath(db, form, { step: back.back ? "review" : changeStepAfter(question, step) }));
  },
});

/** Sends the report or saves it; somebody who is signed out signs in first and comes back to its last page. */
export const sendChange = action<never>({
  name: "reports.change",
  run: async ({ actor, db, form: data }) => {
    const form = Object.fromEntries(data);
    const { locale, kept, question } = read(form);
    const made = await sendKept(db, actor, { draftId: kept, form }).catch((error: unknown) => {
      const [field = ""] = error instanceof InvalidInputError ? Object.keys(error.fields) : [];
      const step = field === "" ? "review" : stepOfChangeField(question, field);
      if (step === "review") throw error;
      return { step };
    });
    if (made === null) redirect(await signInPath(db, locale, kept));
    if ("step" in made) redirect(await stepPath(db, form, { step: made.step, fix: "yes", back: "review" }));
    // It went with this report, which is sent by now whatever becomes of the draft.
    if (made.isSent && actor.kind === "campaigner")
      await dropDraft(db, actor, { draftId: form.draft, reportId: made.reportId });
    redirect(madePath(locale, made));
  },
});

function read(form: Sent): { locale: Locale; kept: string; question: ChangeQuestion; step: ChangeStep } {
  const kept = form[SUBMISSION_KEY];
  const question = aboutOf(form)?.question;
  if (!question) throw new InvalidInputError({ note: "entry-gone" });
  return {
    locale: isLocale(form.locale) ? form.locale : DEFAULT_LOCALE,
    kept: typeof kept === "string" ? kept : "",
    question,
    step: isStepOfChange(question, form.step) ? form.step : stepsOfChange(question)[0],
  };
}

const backOf = (form: Sent): Record<string, string> => (form.back === "review" ? { back: "review" } : {});

/** A page of the report that this form is of. */
async function stepPath(db: Db, form: Sent, extra: Readonly<Record<string, string>>): Promise<string> {
  const { locale, kept } = read(form);
  const path = await findChangePath(db, kept);
  const draft: Record<string, string> = typeof form.draft === "string" ? { draft: form.draft } : {};
  return localPath(locale, path ? `${path}&${new URLSearchParams({ ...extra, ...draft })}` : "/reports");
}

function madePath(locale: Locale, { reportId, isSent }: MadeReport): string {
  return localPath(locale, `/reports/${reportId}?done=${isSent ? "sent" : "saved"}`);
}

async function signInPath(db: Db, locale: Locale, kept: string): Promise<string> {
  const path = (await findChangePath(db, kept)) ?? "/reports";
  return localPath(locale, `/sign-in?${new URLSearchParams({ callbackUrl: localPath(locale, path) })}`);
}

/** What was looked for is chosen from on a page of its own: always of a place, of an organisation where we have one like it. */
async function isToChoose(db: Db, step: ChangeStep, form: Sent): Promise<boolean> {
  if (form.intent !== "find") return false;
  if (step === "where") return true;
  const name = step === "who" ? form.providerName : form.proposed;
  return typeof name === "string" && (await findProviderChoices(db, name)).length > 0;
}
