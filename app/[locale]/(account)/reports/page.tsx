import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { BegunLines } from "@/components/reports/begun-lines";
import { ReportLines } from "@/components/reports/report-lines";
import { buttonClasses } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { localPath } from "@/domain/language/locale";
import { requireActor } from "@/server/auth/current-actor";
import { getDb } from "@/server/database";
import { loadMyReports } from "@/server/reports/pages/load-my-reports";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "reports.list" });
  return { title: t("title"), description: t("metaDescription"), robots: { index: false } };
}

export default async function MyReportsPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("reports.list");
  const review = await getTranslations("reports.review");
  const { begun, mine, toReview } = await loadMyReports(
    getDb(),
    await requireActor(localPath(locale, "/reports")),
  );
  return (
    <>
      <PageTitle intro={<p>{t("intro")}</p>}>{t("title")}</PageTitle>
      <p className="mb-6">
        <LocalLink href="/reports/new" className={buttonClasses()}>
          {t("begin")}
        </LocalLink>
      </p>
      {begun.length > 0 ? (
        <Section id="begun" title={t("begunTitle")} note={t("begunNote")}>
          <BegunLines lines={begun} />
        </Section>
      ) : null}
      <ReportLines lines={mine} none={t("none")} />
      {toReview ? (
        <Section id="to-review" title={review("listTitle")}>
          <ReportLines lines={toReview} none={review("listNone")} />
        </Section>
      ) : null}
    </>
  );
}
