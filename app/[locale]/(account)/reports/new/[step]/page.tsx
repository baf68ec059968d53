import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getMessages, getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { reportFormWords } from "@/app/[locale]/(account)/reports/form-words";
import { stepChoices } from "@/app/[locale]/(account)/reports/new/[step]/step-choices";
import { saveReportStep, sendNewReport } from "@/app/[locale]/(account)/reports/new/actions";
import { queryText, stepHref } from "@/app/[locale]/(account)/reports/new/step-href";
import { whereButtons, whereMode } from "@/app/[locale]/(account)/reports/where-mode";
import { pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { suggestingTexts } from "@/components/look-up/suggestion-texts";
import { FilesLine } from "@/components/reports/files-line";
import { LikelyEntries } from "@/components/reports/likely-entries";
import { ReviewAnswers, ReviewPublic } from "@/components/reports/review-answers";
import { StepForm } from "@/components/reports/step-form";
import { Notice } from "@/components/ui/notice";
import { failureOfFields } from "@/domain/action-result";
import { ukToday } from "@/domain/dates/partial-date";
import { localPath } from "@/domain/language/locale";
import {
  ADD_FILES,
  firstOpenStep,
  isReportStep,
  problemsOfStep,
  REPORT_STEPS,
  stepBefore,
} from "@/domain/reports/new-service-steps";
import { reportFormOfTip } from "@/domain/tips/tip";
import { isUuid } from "@/domain/uuid";
import { campaign } from "@/env";
import { currentActor } from "@/server/auth/current-actor";
import { getDb } from "@/server/database";
import { loadFiles } from "@/server/files/load-files";
import { SUBMISSION_KEY } from "@/server/reports/moves/begin-report";
import { loadLikelyEntries } from "@/server/reports/pages/load-likely-entries";
import { loadNewReport } from "@/server/reports/pages/load-new-report";
import { loadReview } from "@/server/reports/pages/load-review";
import { findTipForReport } from "@/server/tips/load-tips";

type Props = { params: Promise<{ locale: string; step: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { step } = await params;
  const t = await getTranslations({ locale, namespace: "reports" });
  const title = isReportStep(step) ? `${t(`steps.title.${step}`)} ${t("new.title")}` : t("new.title");
  const words = { title, description: t("new.metaDescription") };
  return { ...(await pageMetadata(locale, "/reports/new", words)), robots: { index: false } };
}

/** One question of a report of a new service; the last page shows all answers, and what of them would be public. */
export default async function ReportStepPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { step } = await params;
  if (!isReportStep(step)) notFound();
  const ask = (name: string) => queryValue(searchParams, name);
  const draft = await ask("draft");
  const from = {
    place: await ask("place"),
    provider: await ask("provider"),
    area: await ask("area"),
    link: await ask("link"),
    point: await ask("point"),
    name: await ask("name"),
  };
  if (!isUuid(draft)) redirect(localPath(locale, `/reports/new${queryText(from)}`));
  const today = ukToday();
  const db = getDb();
  const actor = await currentActor();
  const start = await loadNewReport(db, { draft, ...from });
  // Said on every page, and noted when the report is sent.
  const tip = await findTipForReport(db, actor, await ask("tip"));
  const tipId = tip?.id ?? "";
  // What was kept of a page goes before what the tip says; a page that is new begins with that.
  const form = tip ? { ...reportFormOfTip(tip), ...start.form } : start.form;
  // Nothing is kept yet on the first page, which is the second for whoever came from a place; else it ran out, or it was sent.
  if (!start.isKept && step !== (start.place ? "what" : "where"))
    redirect(localPath(locale, `/reports/new?draft=${draft}`));
  const review = step === "review" ? await loadReview(db, actor, start.form) : null;
  // From the second page on something is said of where it is, or who runs it.
  const likely = step === "where" ? null : await loadLikelyEntries(db, actor, start.form);
  const open = firstOpenStep(start.form, today);
  if (step === "review" && (open !== "review" || review === null))
    redirect(stepHref(locale, open, { draft, tip: tipId, fix: "yes", back: "review" }));

  const t = await getTranslations("reports");
  const isSignedIn = actor.kind === "campaigner";
  const isBack = (await ask("back")) === "review" && step !== "review";
  const choose = await ask("choose");
  const isChoosing = choose === "yes";
  const isToFix = (await ask("fix")) === "yes";
  const where = step === "where" ? await whereMode(choose, start.form) : null;
  const choices = await stepChoices(db, step, {
    form: start.form,
    isChoosing: isChoosing || (isToFix && step === "where" && where === null),
  });
  const { files } =
    step === "source" || step === "review" ? await loadFiles(db, actor, draft) : { files: [] };
  const fileNames = files.map(({ name }) => name);
  const before = isBack ? "review" : isChoosing || where ? step : stepBefore(step);
  const words = await reportFormWords(review?.agreedAt);
  const { steps } = (await getMessages()).reports;
  const text: Record<string, string> = { ...words.text, ...steps.form };
  const problems = isToFix ? failureOfFields(problemsOfStep(start.form, step, today)) : null;
  const hidden = { locale, step, back: isBack ? "review" : "", tip: tipId, [SUBMISSION_KEY]: draft };
  return (
    <>
      {before ? (
        <p className="mb-2">
          <LocalLink
            href={`/reports/new/${before}${queryText({ draft, tip: tipId, choose: before === step ? "find" : "" })}`}
            className="inline-flex min-h-11 items-center"
          >
            {t("steps.back")}
          </LocalLink>
        </p>
      ) : null}
      <PageTitle
        over={t("steps.progress", { number: REPORT_STEPS.indexOf(step) + 1, total: REPORT_STEPS.length })}
        intro={step === "where" && !start.isKept ? <p>{t("new.intro")}</p> : undefined}
      >
        {t(`steps.title.${step}`)}
      </PageTitle>
      <div className="mb-6 space-y-4">
        {step === "where" && !start.isKept && !isSignedIn ? (
          <p className="max-w-line">{t("new.signedOut")}</p>
        ) : null}
        {(await ask("about")) ? (
          <Notice title={t("new.aboutTitle")}>
            <p>{t("new.about", { contact: campaign().contact })}</p>
          </Notice>
        ) : null}
        {(await ask("gone")) ? (
          <Notice tone="important" role="status">
            <p>{t("steps.gone")}</p>
          </Notice>
        ) : null}
        {tip ? (
          <Notice title={t("new.tipTitle")}>
            <p className="whitespace-pre-line">{tip.text}</p>
          </Notice>
        ) : null}
        {start.area ? <p>{t("new.fromArea", { area: start.area })}</p> : null}
        {step === "what" && start.place ? (
          <p>
            {t("steps.chosen", { answer: [start.place.name, start.place.town].filter(Boolean).join(", ") })}
          </p>
        ) : null}
        {review ? (
          <Notice tone="good" role="status" title={t("new.keptTitle")}>
            <p>{t("new.kept", { isSignedIn: isSignedIn ? "yes" : "no" })}</p>
          </Notice>
        ) : null}
      </div>
      {review ? (
        <ReviewAnswers
          proposal={review.proposal}
          preview={review.preview}
          files={{
            names: fileNames,
            href: `/reports/files${queryText({ draft, tip: tipId, back: "review" })}`,
          }}
          hrefOf={(other) => `/reports/new/${other}${queryText({ draft, tip: tipId, back: "review" })}`}
        />
      ) : null}
      {review ? (
        <ReviewPublic proposal={review.proposal} preview={review.preview} hasFiles={files.length > 0} />
      ) : null}
      {likely ? (
        <div className="mb-6">
          <LikelyEntries likely={likely} draftId={start.isKept ? draft : ""} />
        </div>
      ) : null}
      {step === "source" ? <FilesLine names={fileNames} /> : null}
      <div className={review ? "mt-10" : undefined}>
        <StepForm
          key={`${step}${isChoosing}${where?.mode}`}
          action={step === "review" ? sendNewReport : saveReportStep}
          keptAs={`/reports/new/${step}/${start.isKept ? draft : from.place || tipId}`}
          step={step}
          words={{ ...words, link: isSignedIn ? words.link : null, text }}
          initial={{ ...form, ...(step === "what" ? likelyKind(start) : {}) }}
          problems={problems}
          hidden={start.isKept ? hidden : { ...form, ...hidden }}
          choices={choices}
          where={where}
          suggesting={{ locale, texts: suggestingTexts(await getTranslations("look-up"), {}) }}
          buttons={buttons()}
          today={today}
        />
        {where ? (
          <p className="mt-4">
            <LocalLink
              href={`/reports/new/where${queryText({ draft, tip: tipId, choose: "find", back: isBack ? "review" : "" })}`}
              className="inline-flex min-h-11 items-center"
            >
              {steps.form.findInstead}
            </LocalLink>
          </p>
        ) : null}
      </div>
    </>
  );

  function buttons() {
    const on = steps.form.continue;
    if (step === "review") {
      const send = { intent: "send", text: isSignedIn ? t("new.send") : t("new.sendSignedOut") };
      const save = { intent: "save", text: t("new.save"), look: "secondary" as const };
      return isSignedIn ? [send, save] : [send];
    }
    if (step === "where") return whereButtons(steps.form, { where, isChoosing: choices !== null });
    if (step === "source")
      return [
        { intent: "next", text: on },
        { intent: ADD_FILES, text: t("files.addButton"), look: "secondary" as const },
      ];
    if (step !== "who") return [{ intent: "next", text: on }];
    if (choices) {
      const name = start.form.providerName ?? "";
      return [{ intent: "new", text: t("steps.form.newProvider", { name }), look: "secondary" as const }];
    }
    return [
      { intent: "find", text: on },
      { intent: "not-named", text: steps.form.notNamedButton, look: "secondary" as const },
    ];
  }
}

/** The kind of care that is most likely at a place that we know. */
function likelyKind({ form, place }: Awaited<ReturnType<typeof loadNewReport>>): Record<string, string> {
  return !form.category && place?.kind === "gp-practice" ? { category: "gp-practice" } : {};
}
