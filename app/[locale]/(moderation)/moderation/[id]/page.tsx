import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { sendMessage } from "@/app/[locale]/(account)/reports/[id]/actions";
import { ReportFiles } from "@/app/[locale]/(account)/reports/[id]/files/report-files";
import { ReaderForms } from "@/app/[locale]/(account)/reports/[id]/reader-forms";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import {
  confirm,
  decide,
  giveBack,
  hold,
  pass,
  release,
  renew,
  take,
  takeBackAction,
} from "@/app/[locale]/(moderation)/moderation/[id]/actions";
import { ChangeDecision } from "@/app/[locale]/(moderation)/moderation/[id]/change-decision";
import { DecisionForms } from "@/app/[locale]/(moderation)/moderation/[id]/decision-forms";
import { HoldForms } from "@/app/[locale]/(moderation)/moderation/[id]/hold-forms";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { ModerationSections, RestOfReport } from "@/components/moderation/moderation-sections";
import { ChangeFacts } from "@/components/reports/change-facts";
import { LostForms } from "@/components/reports/lost-forms";
import { ReportStanding } from "@/components/reports/report-standing";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { NotFoundError } from "@/domain/errors";
import { localPath } from "@/domain/language/locale";
import { getDb } from "@/server/database";
import { loadModerationReport, type ModerationRead } from "@/server/reports/pages/load-moderation-report";

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "moderation.one" });
  return { title: t("over"), robots: { index: false } };
}

export default async function ModerationReportPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = localPath(locale, `/moderation/${id}`);
  const actor = await requireRole("moderator", path);
  const messagePage = Number(await queryValue(searchParams, "messages"));
  const read = await loadModerationReport(getDb(), actor, id, new Date(), messagePage).catch(
    (error: unknown) => {
      if (error instanceof NotFoundError) notFound();
      throw error;
    },
  );
  const t = await getTranslations("moderation");
  const common = await getTranslations("common");
  const done = await queryValue(searchParams, "done");
  const may = (move: keyof typeof read.refusals) => read.refusals[move] === undefined;
  const isSecond = read.report.state === "awaiting-second" && !may("approve") && may("confirm");
  const forms = [
    { name: "hold", action: hold, isDrawn: may("hold") },
    { name: "renew", action: renew, isDrawn: may("renew") },
    { name: "release", action: release, isDrawn: may("release") },
    { name: "take", action: take, isDrawn: may("take-over") },
    { name: "pass", action: pass, isDrawn: may("pass-on") && read.others.length > 0 },
    { name: "decide", action: decide, isDrawn: may("approve") },
    { name: "confirm", action: confirm, isDrawn: isSecond },
    { name: "undo", action: takeBackAction, isDrawn: read.change !== null && read.undo !== null },
    { name: "return", action: giveBack, isDrawn: isSecond },
    { name: "message", action: sendMessage, isDrawn: read.report.can.message },
  ];
  return (
    <>
      <LostForms path={path} words={await smallFormWords()} forms={forms} />
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[{ href: localPath(locale, "/moderation"), text: t("queue.title") }]}
      />
      <PageTitle over={t("one.over")}>{read.report.title}</PageTitle>
      {done ? (
        <Notice tone="good" role="status">
          <p>{t("one.done")}</p>
        </Notice>
      ) : null}
      <ReportStanding report={read.report} />
      {read.entryId ? (
        <p className="mb-6">
          <LocalLink href={`/moderation/records/service/${read.entryId}`}>{t("brake.ofReport")}</LocalLink>
        </p>
      ) : null}
      {read.waits && (actor.role === "admin" || read.refusals.hold === "own-report") ? (
        <Notice tone="important">
          <p>{t(`waits.${read.waits}`)}</p>
        </Notice>
      ) : null}
      <HoldForms read={read} locale={locale} path={path} />
      {"preview" in read ? (
        <NewService read={read} locale={locale} path={path} hasChanges={!may("approve")} />
      ) : (
        <>
          <ChangeFacts change={read.change} />
          <ChangeDecision read={read} locale={locale} path={path} />
          <RestOfReport read={read} />
        </>
      )}
      <ReportFiles reportId={id} locale={locale} path={path} from="moderation" />
      <ReaderForms
        report={{ ...read.report, can: { ...read.report.can, review: false } }}
        locale={locale}
        path={path}
        isMessageBeside={may("approve")}
      />
    </>
  );
}

type OfNewService = { read: ModerationRead; locale: string; path: string; hasChanges: boolean };

function NewService({ read, locale, path, hasChanges }: OfNewService) {
  const proposal = read.report.revisions[0]?.proposal;
  if (!proposal) notFound();
  return (
    <>
      <DecisionForms read={read} proposal={proposal} locale={locale} path={path} />
      <ModerationSections read={read} proposal={proposal} hasChanges={hasChanges} />
    </>
  );
}
