import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { reportFormWords } from "@/app/[locale]/(account)/reports/form-words";
import { sendNewReport } from "@/app/[locale]/(account)/reports/new/actions";
import { pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { PageTitle } from "@/components/layout/page-title";
import { ReportForm } from "@/components/reports/report-form";
import { Notice } from "@/components/ui/notice";
import { reportFormOfTip } from "@/domain/tips/tip";
import { campaign } from "@/env";
import { currentActor } from "@/server/auth/current-actor";
import { getDb } from "@/server/database";
import { SUBMISSION_KEY } from "@/server/reports/moves/begin-report";
import { loadNewReport } from "@/server/reports/pages/load-new-report";
import { findTipForReport } from "@/server/tips/load-tips";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "reports.new" });
  const words = { title: t("title"), description: t("metaDescription") };
  return { ...(await pageMetadata(locale, "/reports/new", words)), robots: { index: false } };
}

export default async function NewReportPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("reports.new");
  const ask = (name: string) => queryValue(searchParams, name);
  const actor = await currentActor();
  const isSignedIn = actor.kind === "campaigner";
  const words = await reportFormWords();
  const draft = await ask("draft");
  const about = await ask("about");
  const place = await ask("place");
  const start = await loadNewReport({ draft, place, area: await ask("area") });
  const tip = start.kept ? undefined : await findTipForReport(getDb(), actor, await ask("tip"));
  // What was typed about one place is not put back into the form about another.
  const keptAs = `/reports/new/${start.kept ? draft : start.placeName ? place : (tip?.id ?? "")}`;
  const send = { intent: "send", text: isSignedIn ? t("send") : t("sendSignedOut") };
  // What was kept while signing in is one report, on whichever device it is sent.
  const submissionKey = start.kept ? draft : randomUUID();
  return (
    <>
      <PageTitle intro={<p>{t("intro")}</p>}>{t("title")}</PageTitle>
      <div className="mb-8 space-y-4">
        {isSignedIn ? null : <p className="max-w-line">{t("signedOut")}</p>}
        {about ? (
          <Notice title={t("aboutTitle")}>
            <p>{t("about", { contact: campaign().contact })}</p>
          </Notice>
        ) : null}
        {start.area ? <p>{t("fromArea", { area: start.area })}</p> : null}
        {tip ? (
          <Notice title={t("tipTitle")}>
            <p className="whitespace-pre-line">{tip.text}</p>
          </Notice>
        ) : null}
        {draft === "" ? null : (
          <Notice
            tone={start.kept ? "good" : "important"}
            role="status"
            title={start.kept ? t("keptTitle") : undefined}
          >
            <p>{start.kept ? t("kept", { isSignedIn: isSignedIn ? "yes" : "no" }) : t("keptGone")}</p>
          </Notice>
        )}
      </div>
      <ReportForm
        action={sendNewReport}
        keptAs={keptAs}
        words={isSignedIn ? words : { ...words, link: null }}
        initial={tip ? { ...start.form, ...reportFormOfTip(tip) } : start.form}
        knownPlace={start.placeName}
        hidden={{
          locale,
          draft: start.kept ? draft : "",
          tip: tip?.id ?? "",
          [SUBMISSION_KEY]: submissionKey,
        }}
        buttons={isSignedIn ? [send, { intent: "save", text: t("save"), look: "secondary" }] : [send]}
      />
    </>
  );
}
