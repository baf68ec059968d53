import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import {
  appeal,
  discard,
  reviewReportAction,
  saveChanges,
  sendMessage,
  withdraw,
} from "@/app/[locale]/(account)/reports/[id]/actions";
import { AuthorForms } from "@/app/[locale]/(account)/reports/[id]/author-forms";
import { ReportFiles } from "@/app/[locale]/(account)/reports/[id]/files/report-files";
import { ReaderForms } from "@/app/[locale]/(account)/reports/[id]/reader-forms";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { ChangeFacts } from "@/components/reports/change-facts";
import { Conversation } from "@/components/reports/conversation";
import { DecisionList } from "@/components/reports/decision-list";
import { FormChanges } from "@/components/reports/form-changes";
import { LikelyEntries } from "@/components/reports/likely-entries";
import { LostForms } from "@/components/reports/lost-forms";
import { ReportStanding } from "@/components/reports/report-standing";
import { RevisionList } from "@/components/reports/revision-list";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { momentWords } from "@/domain/dates/moment-in-words";
import { NotFoundError } from "@/domain/errors";
import { localPath } from "@/domain/language/locale";
import { requireActorOfPage } from "@/server/auth/current-actor";
import { getDb } from "@/server/database";
import { loadLikelyEntries } from "@/server/reports/pages/load-likely-entries";
import { loadReport } from "@/server/reports/pages/load-report";

/** Every form of the page. */
const FORMS = [
  { name: "edit", action: saveChanges },
  { name: "appeal", action: appeal },
  { name: "withdraw", action: withdraw },
  { name: "discard", action: discard },
  { name: "message", action: sendMessage },
  { name: "review", action: reviewReportAction },
] as const;

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "reports.one" });
  return { title: t("over"), robots: { index: false } };
}

const DONE: Readonly<Record<string, "one.sent" | "new.saved" | "files.done">> = {
  sent: "one.sent",
  saved: "new.saved",
  files: "files.done",
};

export default async function ReportPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = localPath(locale, `/reports/${id}`);
  const actor = await requireActorOfPage(path);
  // Signed out meanwhile: nothing of the report is shown, but what they wrote is theirs.
  if (actor.kind === "visitor") {
    const lost = FORMS.map((form) => ({ ...form, isDrawn: false }));
    return (
      <>
        <LostForms path={path} words={await smallFormWords()} forms={lost} />
        <PageTitle>{(await getTranslations("reports"))("one.over")}</PageTitle>
      </>
    );
  }
  const messagePage = Number(await queryValue(searchParams, "messages"));
  const report = await loadReport(getDb(), actor, id, new Date(), messagePage).catch((error: unknown) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  });
  const t = await getTranslations("reports");
  const format = momentWords((await getTranslations("common"))("dateLanguage"));
  const done = await queryValue(searchParams, "done");
  const isAuthor = report.viewer === "author";
  const sentOn = report.submittedAt && format.day(report.submittedAt);
  const { can } = report;
  const drawn: Record<(typeof FORMS)[number]["name"], boolean> = {
    edit: isAuthor && can.edit && report.form !== null,
    appeal: isAuthor && can.appeal,
    withdraw: isAuthor && can.withdraw,
    discard: isAuthor && can.discard,
    message: can.message,
    review: can.review,
  };
  const forms = FORMS.map((form) => ({ ...form, isDrawn: drawn[form.name] }));
  const isDraft = report.state === "draft" && report.form !== null;
  const likely = isDraft ? await loadLikelyEntries(getDb(), actor, report.form ?? {}) : null;
  return (
    <>
      <LostForms path={path} words={await smallFormWords()} forms={forms} />
      <PageTitle
        over={isAuthor ? t("one.over") : t("one.overReview")}
        intro={sentOn ? <p>{t("one.sentOn", { date: sentOn })}</p> : undefined}
      >
        {report.title || t("list.untitled")}
      </PageTitle>
      {done ? (
        <Notice tone="good" role="status">
          <p>{t(DONE[done] ?? "one.done")}</p>
        </Notice>
      ) : null}
      <ReportStanding report={report} />
      {report.viewer === "moderator" ? (
        <p>
          <LocalLink href={`/moderation/${id}`}>{t("one.moderate")}</LocalLink>
        </p>
      ) : null}
      {report.decisions.length > 0 ? (
        <Section id="decisions" title={t("one.decisionsTitle")}>
          <DecisionList decisions={report.decisions} isAuthor={isAuthor} />
        </Section>
      ) : null}
      {report.publishedInstead.length > 0 ? (
        <Section id="published-instead" title={t("changed.insteadTitle")} note={t("changed.insteadNote")}>
          <FormChanges changes={report.publishedInstead} />
        </Section>
      ) : null}
      {likely ? (
        <div className="my-6">
          <LikelyEntries likely={likely} draftId={id} />
        </div>
      ) : null}
      {isAuthor ? (
        <AuthorForms
          report={report}
          locale={locale}
          path={path}
          asked={await queryValue(searchParams, "ask")}
        />
      ) : null}
      {report.change ? (
        <ChangeFacts change={report.change} changed={report.changed} />
      ) : (
        <Section id="what" title={t("one.whatTitle")}>
          <RevisionList revisions={report.revisions} changed={report.changed} />
        </Section>
      )}
      <ReportFiles reportId={id} locale={locale} path={path} />
      <Section id="conversation" title={t("one.conversationTitle")}>
        <Conversation
          messages={report.messages}
          page={report.messagePage}
          pages={report.messagePages}
          href={`/reports/${id}`}
        />
      </Section>
      <ReaderForms
        report={report}
        locale={locale}
        path={path}
        isMessageBeside={isAuthor && can.edit && report.form !== null}
      />
    </>
  );
}
