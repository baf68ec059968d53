import { redirect } from "next/navigation";
import { getMessages, getTranslations } from "next-intl/server";
import { saveChangeStep, sendChange } from "@/app/[locale]/(account)/reports/change/actions";
import { changeChoices } from "@/app/[locale]/(account)/reports/change/change-choices";
import { changeFormWords, onMapInWords } from "@/app/[locale]/(account)/reports/change-words";
import type { correctedFact } from "@/app/[locale]/(account)/reports/fact-choices";
import { whereButtons, whereMode } from "@/app/[locale]/(account)/reports/where-mode";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { suggestingTexts } from "@/components/look-up/suggestion-texts";
import { ChangeAnswers, ChangePublic } from "@/components/reports/change-review";
import { ChangeStepForm } from "@/components/reports/change-step-form";
import { FilesLine } from "@/components/reports/files-line";
import { WaitingChanges } from "@/components/reports/waiting-changes";
import { Notice } from "@/components/ui/notice";
import { failureOfFields } from "@/domain/action-result";
import type { AnyActor } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { type Locale, localPath } from "@/domain/language/locale";
import type { AboutEntry, ChangeQuestion } from "@/domain/reports/change-form";
import {
  type ChangeStep,
  changeStepBefore,
  fieldsOfChangeStep,
  firstOpenChangeStep,
  stepsOfChange,
} from "@/domain/reports/change-steps";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { ADD_FILES } from "@/domain/reports/new-service-steps";
import { getDb } from "@/server/database";
import { loadFiles } from "@/server/files/load-files";
import { SUBMISSION_KEY } from "@/server/reports/moves/begin-report";
import { problemsOfChangePage } from "@/server/reports/moves/keep-change";
import { loadChangeReview, loadWaitingChanges } from "@/server/reports/pages/load-change-step";

type Props = {
  locale: Locale;
  actor: AnyActor;
  entry: { name: string; about: AboutEntry };
  question: ChangeQuestion;
  step: ChangeStep;
  corrected: Awaited<ReturnType<typeof correctedFact>> | undefined;
  /** What is kept under the id; else what the page that led here knows. */
  form: ReportFormValues;
  isKept: boolean;
  kept: string;
  /** A report of a new service that goes with this one; "" where there is none. */
  draft: string;
  /** What else the address asks for. */
  asked: { choose: string; fix: string; back: string };
  at: (extra: Record<string, string>) => string;
  /** The page before the first. */
  chooser: string;
};

/** One page of a report about an entry; the last one shows all answers, and what of them would be public. */
export async function ChangeStepPage(props: Props) {
  const { locale, actor, entry, question, step, form, isKept, kept, asked, at } = props;
  const db = getDb();
  const today = ukToday();
  const own = { aboutType: entry.about.type, aboutId: entry.about.id, question, ...props.corrected?.hidden };
  const said: ReportFormValues = { ...form, ...own };
  const open = firstOpenChangeStep(said, question, today);
  const review = step === "review" && open === "review" ? await loadChangeReview(db, actor, said) : null;
  const steps = stepsOfChange(question);
  // Nothing is kept before the first page; what cannot be sent is asked for before the last.
  if (!isKept && step !== steps[0]) redirect(localPath(locale, at({ step: steps[0] })));
  if (step === "review" && !review) {
    const fix = open === "review" ? steps[0] : open;
    redirect(localPath(locale, at({ step: fix, fix: "yes", back: "review" })));
  }
  const t = await getTranslations("reports.change");
  const reports = await getTranslations("reports");
  const isBack = asked.back === "review" && step !== "review";
  const where = step === "where" ? await whereMode(asked.choose, said) : null;
  const isChoosing = asked.choose === "yes";
  const isNameOfProvider = props.corrected?.isNameOfProvider ?? false;
  const choices = await changeChoices(db, actor, { step, form: said, isChoosing, isNameOfProvider });
  const waiting = await loadWaitingChanges(db, actor, {
    about: entry.about,
    question,
    proposal: review?.proposal ?? null,
  });
  const { files } = step === "source" || step === "review" ? await loadFiles(db, actor, kept) : { files: [] };
  const names = files.map(({ name }) => name);
  const words = await changeFormWords(review?.agreedAt);
  const { steps: ofSteps } = (await getMessages()).reports;
  // On the page of a pin or an area its box is the question, and not one of several that may be left empty.
  const texts = where ? { ...words.text, ...ofSteps.form } : { ...ofSteps.form, ...words.text };
  const text: Record<string, string> = { ...texts, on: words.text.on ?? "" };
  if (question === "ended") text.on = t("steps.title.whenEnded");
  const hidden = {
    locale,
    step,
    back: isBack ? "review" : "",
    draft: props.draft,
    ...own,
    [SUBMISSION_KEY]: kept,
  };
  const before = isBack ? "review" : isChoosing || where ? step : changeStepBefore(question, step);
  return (
    <>
      <p className="mb-2">
        <LocalLink
          href={before ? at({ step: before, ...(before === step ? { choose: "find" } : {}) }) : props.chooser}
          className="inline-flex min-h-11 items-center"
        >
          {reports("steps.back")}
        </LocalLink>
      </p>
      <PageTitle
        over={t("steps.progress", {
          name: entry.name,
          number: steps.indexOf(step) + 1,
          total: steps.length,
        })}
        intro={step === steps[0] && !isKept ? <p>{t("intro")}</p> : undefined}
      >
        {title()}
      </PageTitle>
      <div className="mb-6 space-y-4">
        {review || asked.back === "kept" ? (
          <Notice tone="good" role="status" title={reports("new.keptTitle")}>
            <p>{reports("new.kept", { isSignedIn: "yes" })}</p>
          </Notice>
        ) : null}
        <WaitingChanges waiting={waiting} />
        {step === "source" ? <FilesLine names={names} /> : null}
      </div>
      {review ? (
        <>
          <ChangeAnswers
            proposal={review.proposal}
            rows={review.rows}
            files={{ names, href: `/reports/files?${new URLSearchParams({ draft: kept })}` }}
            hrefOf={(other) => at({ step: other, back: "review" })}
          />
          <ChangePublic proposal={review.proposal} rows={review.rows} hasFiles={names.length > 0} />
        </>
      ) : null}
      <div className={review ? "mt-10" : undefined}>
        <ChangeStepForm
          key={`${step}${isChoosing}${where?.mode}`}
          action={step === "review" ? sendChange : saveChangeStep}
          keptAs={at({ step })}
          step={step}
          question={question}
          aboutType={entry.about.type}
          words={{ ...words, text }}
          corrected={props.corrected}
          isNameOfProvider={isNameOfProvider}
          onMap={step === "check" ? await onMapInWords(locale, entry.about.id) : []}
          initial={form}
          problems={asked.fix === "yes" ? failureOfFields(await problemsOfChangePage(db, said, step)) : null}
          hidden={isKept ? hidden : { ...withoutFields(form, fieldsOfChangeStep(question, step)), ...hidden }}
          choices={choices}
          where={where}
          suggesting={{ locale, texts: suggestingTexts(await getTranslations("look-up"), {}) }}
          buttons={buttons()}
          today={today}
        />
        {where ? (
          <p className="mt-4">
            <LocalLink
              href={at({ step, choose: "find", ...(isBack ? { back: "review" } : {}) })}
              className="inline-flex min-h-11 items-center"
            >
              {ofSteps.form.findInstead}
            </LocalLink>
          </p>
        ) : null}
      </div>
    </>
  );

  function title(): string {
    if (step === "fact") {
      const { title: own, label = "" } = props.corrected ?? {};
      return own ?? t("wrongTitle", { fact: label });
    }
    return t(step === "when" && question === "ended" ? "steps.title.whenEnded" : `steps.title.${step}`);
  }

  function buttons() {
    const on = ofSteps.form.continue;
    const secondary = "secondary" as const;
    if (step === "review")
      return [
        { intent: "send", text: reports("new.send") },
        { intent: "save", text: reports("new.save"), look: secondary },
      ];
    if (step === "source")
      return [
        { intent: "next", text: on },
        { intent: ADD_FILES, text: reports("files.addButton"), look: secondary },
      ];
    if (step === "where") return whereButtons(ofSteps.form, { where, isChoosing: choices !== null });
    if (step === "who" || (step === "fact" && isNameOfProvider)) {
      const name = (step === "who" ? form.providerName : form.proposed) ?? "";
      if (choices)
        return [{ intent: "new", text: reports("steps.form.newProvider", { name }), look: secondary }];
      const find = { intent: "find", text: on };
      return step === "who"
        ? [find, { intent: "not-known", text: t("form.notKnownButton"), look: secondary }]
        : [find];
    }
    return [{ intent: "next", text: on }];
  }
}

/** What goes along unseen on the first page: nothing of it is kept yet. */
function withoutFields(form: ReportFormValues, shown: readonly string[]): ReportFormValues {
  return Object.fromEntries(Object.entries(form).filter(([field]) => !shown.includes(field)));
}
