import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
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
  skip,
  take,
  takeBackAction,
} from "@/app/[locale]/(moderation)/moderation/[id]/actions";
import { ChangeDecision, TakeBack } from "@/app/[locale]/(moderation)/moderation/[id]/change-decision";
import { DecisionForms } from "@/app/[locale]/(moderation)/moderation/[id]/decision-forms";
import { HoldForms } from "@/app/[locale]/(moderation)/moderation/[id]/hold-forms";
import { ChangeMaps, ReportMap } from "@/app/[locale]/(moderation)/moderation/[id]/report-map";
import { twinButtons } from "@/app/[locale]/(moderation)/moderation/[id]/twin-buttons";
import { QueueKeyPanel } from "@/app/[locale]/(moderation)/moderation/queue-key-panel";
import { TakeNext } from "@/app/[locale]/(moderation)/moderation/take-next";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { PageTitle } from "@/components/layout/page-title";
import { BecameLines } from "@/components/moderation/became-lines";
import { BesideDecision, RecordLine, RestOfReport } from "@/components/moderation/moderation-sections";
import { NewServiceChanges } from "@/components/moderation/new-service-changes";
import { SameChanges } from "@/components/moderation/same-changes";
import { SittingLine } from "@/components/moderation/sitting-line";
import { ChangeMeans, ChangeRowsTable, ChangeSaid } from "@/components/reports/change-facts";
import { FormChanges } from "@/components/reports/form-changes";
import { LostForms } from "@/components/reports/lost-forms";
import { ReportStanding } from "@/components/reports/report-standing";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { NotFoundError } from "@/domain/errors";
import { localPath } from "@/domain/language/locale";
import { readView } from "@/domain/reports/queue-view";
import { readSitting } from "@/domain/reports/sitting";
import { getDb } from "@/server/database";
import { loadModerationReport } from "@/server/reports/pages/load-moderation-report";

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
  const sitting = readSitting(
    await queryValue(searchParams, "sitting"),
    readView(await queryValue(searchParams, "view")),
  );
  const forReport = {
    path,
    sitting,
    hidden: {
      locale,
      reportId: id,
      version: String(read.report.version),
      ...(sitting ? { sitting: String(sitting.number), view: sitting.view } : {}),
    },
  };
  const was = await queryValue(searchParams, "was");
  const forms = [
    { name: "hold", action: hold, isDrawn: may("hold") },
    { name: "renew", action: renew, isDrawn: may("renew") },
    { name: "release", action: release, isDrawn: may("release") },
    { name: "skip", action: skip, isDrawn: may("release") && sitting !== null },
    { name: "take", action: take, isDrawn: may("take-over") },
    { name: "pass", action: pass, isDrawn: may("pass-on") && read.others.length > 0 },
    { name: "decide", action: decide, isDrawn: may("approve") },
    { name: "confirm", action: confirm, isDrawn: isSecond },
    { name: "undo", action: takeBackAction, isDrawn: read.undo !== null },
    { name: "return", action: giveBack, isDrawn: isSecond },
    { name: "message", action: sendMessage, isDrawn: read.report.can.message },
  ];
  return (
    <>
      {/* The first that a keyboard reaches: whoever decides many goes there each time. */}
      {may("approve") || isSecond ? (
        <p>
          <a href="#decide" className="inline-flex min-h-11 items-center">
            {t("one.toDecision")}
          </a>
        </p>
      ) : null}
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
      {sitting ? <SittingLine sitting={sitting} was={was} /> : null}
      <ReportStanding report={read.report} />
      {read.became ? <BecameLines became={read.became} isLinked={read.report.publishedAs !== null} /> : null}
      {read.waits && (actor.role === "admin" || read.refusals.hold === "own-report") ? (
        <Notice tone="important">
          <p>{t(`waits.${read.waits}`)}</p>
        </Notice>
      ) : null}
      {done && !sitting && !may("renew") ? <TakeNext view="" locale={locale} path={path} /> : null}
      <HoldForms {...forReport} read={read} />
      {"preview" in read ? (
        <NewService {...forReport} read={read} hasChanges={!may("approve")} />
      ) : (
        <AboutEntry {...forReport} read={read} hasChanges={!may("approve")} />
      )}
      <ReportFiles reportId={id} locale={locale} path={path} from="moderation" />
      <ReaderForms
        report={{ ...read.report, can: { ...read.report.can, review: false } }}
        locale={locale}
        path={path}
        isMessageBeside={may("approve")}
      />
      <QueueKeyPanel />
    </>
  );
}

type OfNewService = Omit<ComponentProps<typeof DecisionForms>, "proposal"> & { hasChanges: boolean };

/** On a wide screen what is read stands beside what is decided; on a phone before it. */
async function NewService({ hasChanges, ...props }: OfNewService) {
  const { read } = props;
  const t = await getTranslations("moderation.one");
  const proposal = read.report.revisions[0]?.proposal;
  if (!proposal) notFound();
  return (
    <>
      <div className="gap-x-10 lg:grid lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div>
          <BesideDecision
            read={read}
            proposal={proposal}
            map={<ReportMap preview={read.preview} />}
            buttons={await twinButtons(props)}
          />
        </div>
        <div>
          {hasChanges ? (
            <Section id="changes" title={t("changesTitle")}>
              <NewServiceChanges proposal={proposal} preview={read.preview} />
            </Section>
          ) : null}
          <DecisionForms {...props} proposal={proposal} />
          <TakeBack {...props} />
        </div>
      </div>
      <RestOfReport read={read} />
    </>
  );
}

type OfChange = ComponentProps<typeof ChangeDecision> & { hasChanges: boolean };

/** The same of a report about an entry. */
async function AboutEntry({ hasChanges, ...props }: OfChange) {
  const { read } = props;
  const t = await getTranslations("reports.change");
  const moderation = await getTranslations("moderation.one");
  const { change, report } = read;
  return (
    <>
      <div className="gap-x-10 lg:grid lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div>
          <Section id="likely" title={moderation("twinsTitle")}>
            <SameChanges same={read.same} buttons={await twinButtons(props)} />
          </Section>
          <ChangeSaid change={change}>
            <ChangeMaps read={read} />
          </ChangeSaid>
          <RecordLine record={read.record} />
        </div>
        <div>
          <Section id="changes" title={t("changesTitle")}>
            <div className="space-y-4">
              <ChangeMeans change={change} changed={report.changed} />
              {hasChanges ? <ChangeRowsTable rows={change.rows} /> : null}
            </div>
          </Section>
          {report.publishedInstead.length > 0 ? <PublishedInstead changes={report.publishedInstead} /> : null}
          <ChangeDecision {...props} />
        </div>
      </div>
      <RestOfReport read={read} />
    </>
  );
}

async function PublishedInstead({ changes }: ComponentProps<typeof FormChanges>) {
  const t = await getTranslations("reports.changed");
  return (
    <Section id="published-instead" title={t("insteadTitle")}>
      <FormChanges changes={changes} />
    </Section>
  );
}
