import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { pageLocale } from "@/app/i18n/page-locale";
import { RemainderLine } from "@/components/counting/remainder-line";
import { PageTitle } from "@/components/layout/page-title";
import { ClinicLeads } from "@/components/leads/clinic-leads";
import { DoubtLeadList } from "@/components/leads/doubt-leads";
import { EndedLeads } from "@/components/leads/ended-leads";
import { LeadFilter } from "@/components/leads/lead-filter";
import { LeadList } from "@/components/leads/lead-list";
import { LeadsByHealthBody } from "@/components/leads/leads-by-health-body";
import { NoticeLeads } from "@/components/leads/notice-leads";
import { TipLeads } from "@/components/leads/tip-leads";
import { Notice } from "@/components/ui/notice";
import { localPath } from "@/domain/language/locale";
import { restOfLeads } from "@/domain/pages/remainders";
import { requireActor } from "@/server/auth/current-actor";
import { getDb } from "@/server/database";
import { loadNoticeLeads } from "@/server/imports/load-notice-leads";
import { loadClinicLeads } from "@/server/registers/load-clinic-leads";
import { loadDoubtLeads } from "@/server/registers/load-doubt-leads";
import { loadLeads } from "@/server/registers/load-leads";
import { loadTipLeads } from "@/server/tips/load-tips";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "leads" });
  return { title: t("metaTitle"), description: t("metaDescription"), robots: { index: false } };
}

export default async function LeadsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const actor = await requireActor(localPath(locale, "/leads"));
  const t = await getTranslations("leads");
  const clinics = await loadClinicLeads(getDb(), actor);
  const doubts = await loadDoubtLeads(getDb(), actor);
  const notices = await loadNoticeLeads(getDb(), actor);
  const tips = await loadTipLeads(getDb(), actor);
  const data = await loadLeads(getDb(), actor, await queryValue(searchParams, "area"));
  return (
    <>
      <PageTitle intro={<p>{t("intro", { year: data.year })}</p>}>
        {t("title", { count: data.total })}
      </PageTitle>
      <Notice title={t("beginning")}>
        <p>{t("notSaid")}</p>
        <p>{t("notAll")}</p>
        <p>{t("proof")}</p>
      </Notice>
      <div className="mt-8 space-y-4">
        <LeadFilter healthBodies={data.healthBodies} healthBody={data.healthBody} />
        <p>
          {t("count", { count: data.leads.length })}{" "}
          {data.known > 0 ? t("known", { count: data.known }) : null}
        </p>
        <RemainderLine what="leads" of={restOfLeads(data)} />
        {data.healthBody === null ? (
          <LeadsByHealthBody leads={data.leads} />
        ) : (
          <LeadList leads={data.leads} />
        )}
      </div>
      {tips.length > 0 && data.healthBody === null ? <TipLeads leads={tips} /> : null}
      {doubts.practices > 0 && data.healthBody === null ? <DoubtLeadList leads={doubts} /> : null}
      {clinics.length > 0 && data.healthBody === null ? <ClinicLeads leads={clinics} /> : null}
      {notices.length > 0 && data.healthBody === null ? <NoticeLeads leads={notices} /> : null}
      {data.ended.length > 0 ? <EndedLeads leads={data.ended} /> : null}
      <p className="mt-8 max-w-line text-base text-ink-soft">
        {t.rich("source", {
          ...data.source,
          link: (text) => <a href={data.source.url}>{text}</a>,
        })}
      </p>
    </>
  );
}
