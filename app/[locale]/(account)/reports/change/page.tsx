import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { ChangeStepPage } from "@/app/[locale]/(account)/reports/change/change-step";
import { correctedFact, factChoices } from "@/app/[locale]/(account)/reports/fact-choices";
import { pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { ChoiceList } from "@/components/reports/choice-list";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { type AnyActor, hasRole } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { localPath } from "@/domain/language/locale";
import { entryPath } from "@/domain/records/entry-path";
import { type AboutEntry, CHANGE_QUESTIONS, isChangeQuestion } from "@/domain/reports/change-form";
import { changeFromDraft } from "@/domain/reports/change-from-draft";
import { CORRECTABLE_TYPES } from "@/domain/reports/change-proposals";
import { firstOpenChangeStep, isStepOfChange, stepsOfChange } from "@/domain/reports/change-steps";
import { type ReportFormValues, sourceField } from "@/domain/reports/new-service-form";
import { isUuid } from "@/domain/uuid";
import { requireActorOfPage } from "@/server/auth/current-actor";
import { loadComplaint } from "@/server/complaints/load-complaints";
import { getDb } from "@/server/database";
import { findDraft } from "@/server/reports/moves/drop-draft";
import { findKeptChange } from "@/server/reports/moves/keep-pending-draft";
import { findMadeOf } from "@/server/reports/moves/keep-step";
import { findChangedEntry } from "@/server/reports/pages/find-changed-entry";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "reports.change" });
  const words = { title: t("title"), description: t("metaDescription") };
  return { ...(await pageMetadata(locale, "/reports/change", words)), robots: { index: false } };
}

/** What somebody knows of an entry, a question a page: what kind of news, which fact of "wrong", then the form of it. */
export default async function ChangePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("reports.change");
  const breadcrumbs = (await getTranslations("common"))("breadcrumbs");
  const asked = new URLSearchParams();
  for (const name of [
    ...CORRECTABLE_TYPES,
    "question",
    "field",
    "lineId",
    "complaint",
    "draft",
    "kept",
    ...OF_STEP,
  ]) {
    const value = await queryValue(searchParams, name);
    if (value !== "") asked.set(name, value);
  }
  const actor = await requireActorOfPage(localPath(locale, `/reports/change?${asked}`));
  const type = CORRECTABLE_TYPES.find((known) => asked.has(known));
  const entry = type && (await findChangedEntry(getDb(), type, asked.get(type) ?? ""));
  if (!type || !entry)
    return (
      <>
        <PageTitle>{t("title")}</PageTitle>
        <p className="max-w-line">
          {t("none")} {t("none404")} <LocalLink href="/search">{t("search")}</LocalLink>
        </p>
      </>
    );
  const question = asked.get("question") ?? "";
  const field = asked.get("field") ?? "";
  const complaint = asked.get("complaint") ?? "";
  // A report of a new service that turned out to be of this entry: what was written of it comes along.
  const draft = asked.get("draft") ?? "";
  const begun = await findDraft(getDb(), actor, draft);
  const along: Record<string, string> = begun ? { draft } : {};
  const fromComplaint = complaint === "" ? {} : { complaint };
  const at = (extra: Record<string, string>) =>
    `/reports/change?${new URLSearchParams({ [type]: entry.slug, ...extra, ...fromComplaint, ...along })}`;
  const trail = [{ href: localPath(locale, entryPath(type, entry.slug)), text: entry.name }];
  const top = (title: string, isFirst = false) => (
    <>
      <Breadcrumbs
        label={breadcrumbs}
        trail={isFirst ? trail : [...trail, { href: localPath(locale, at({})), text: t("title") }]}
      />
      <PageTitle intro={<p>{t("intro")}</p>}>{title}</PageTitle>
    </>
  );
  if (!isChangeQuestion(type, question))
    return (
      <>
        {top(t("questionTitle", { name: entry.name }), true)}
        <ChoiceList
          choices={CHANGE_QUESTIONS[type].map((known) => ({
            href: at({ question: known }),
            text: t(`question.${known}`),
            hint: t(`questionHint.${known}`),
          }))}
        />
      </>
    );
  const ofWhat = { about: { type, id: entry.id }, field, lineId: asked.get("lineId") ?? "" };
  const which =
    question === "wrong" ? await factChoices(ofWhat, (extra) => at({ question, ...extra })) : null;
  if (which)
    return (
      <>
        {top(t("which"))}
        {which.ofLine ? <p className="mb-4">{which.ofLine}</p> : null}
        <ChoiceList choices={which.choices} />
      </>
    );
  const corrected = question === "wrong" ? await correctedFact(ofWhat) : undefined;
  const steps = stepsOfChange(question);
  // It is kept under an id from here on, so that loading anew, going back and a second tab are about one report.
  const kept = isUuid(asked.get("kept")) ? (asked.get("kept") ?? "") : randomUUID();
  const to = (extra: Record<string, string>) => at({ question, ...corrected?.hidden, kept, ...extra });
  const made = await findMadeOf(getDb(), actor, kept);
  if (made) redirect(localPath(locale, `/reports/${made.reportId}`));
  const form = keptOf(await findKeptChange(getDb(), kept), { question, ...ofWhat });
  const step = asked.get("step");
  if (!isStepOfChange(question, step) || asked.get("kept") !== kept) {
    // Whoever comes back to what is kept, such as after signing in, goes on where they were.
    const about = { aboutType: type, aboutId: entry.id, question, ...corrected?.hidden };
    const next = form ? firstOpenChangeStep({ ...form, ...about }, question, ukToday()) : steps[0];
    redirect(localPath(locale, to({ step: next, ...(form ? { back: "kept" } : {}) })));
  }
  return (
    <ChangeStepPage
      locale={locale}
      actor={actor}
      entry={{ name: entry.name, about: ofWhat.about }}
      question={question}
      step={step}
      corrected={corrected}
      form={form ?? (begun ? changeFromDraft(begun, question) : await sourceOfComplaint(actor, complaint))}
      isKept={form !== undefined}
      kept={kept}
      draft={begun ? draft : ""}
      asked={{
        choose: asked.get("choose") ?? "",
        fix: asked.get("fix") ?? "",
        back: asked.get("back") ?? "",
      }}
      at={to}
      chooser={question === "wrong" ? at({ question }) : at({})}
    />
  );
}

/** What the address of one page of it says besides. */
const OF_STEP = ["step", "choose", "fix", "back"] as const;

/** What is kept, where it is of this entry and question: an id can be put into any address. */
function keptOf(
  form: ReportFormValues | undefined,
  asked: { about: AboutEntry; question: string; field: string; lineId: string },
): ReportFormValues | undefined {
  if (form?.aboutType !== asked.about.type || form.aboutId !== asked.about.id) return undefined;
  if (form.question !== asked.question || (form.lineId ?? "") !== asked.lineId) return undefined;
  return (form.field ?? "") === asked.field ? form : undefined;
}

/** A moderator who makes a report of a complaint need not type its source again. */
async function sourceOfComplaint(actor: AnyActor, id: string): Promise<ReportFormValues> {
  if (id === "" || !hasRole(actor, "moderator")) return {};
  const { link } = await loadComplaint(getDb(), actor, id).catch(() => ({ link: null }));
  return link === null ? {} : { [sourceField(0, "url")]: link };
}
