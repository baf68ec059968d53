import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { StructuredPage } from "@/app/i18n/structured-data";
import { CorrectionList, countByLabel } from "@/components/corrections/correction-list";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { buttonClasses } from "@/components/ui/button";
import { CORRECTION_LABELS } from "@/domain/records/correction";
import { loadCorrections } from "@/server/pages/load-corrections";

type Props = { params: Promise<{ locale: string }> };

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations("about.corrections");
  const metadata = await pageMetadata(locale, "/about/corrections", {
    title: t("title"),
    description: t("metaDescription"),
  });
  const types = { "application/atom+xml": "/api/v1/corrections.atom" };
  return { ...metadata, alternates: { ...metadata.alternates, types } };
}

export default async function CorrectionsPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("about.corrections");
  const { corrections, names } = await loadCorrections();
  return (
    <>
      <StructuredPage locale={locale} path="/about/corrections" name={t("title")} />
      <PageTitle intro={t("intro")}>{t("title")}</PageTitle>
      <div className="prose">
        <p>{t("how")}</p>
        <p>{t("what")}</p>
        <p>
          <LocalLink href="/reports/new" className={buttonClasses("secondary")}>
            {t("report")}
          </LocalLink>
        </p>
        <h2>{t("listTitle")}</h2>
        {corrections.length === 0 ? (
          <p>{t("listNone")}</p>
        ) : (
          <>
            <p>{t("listIntro", { count: corrections.length })}</p>
            <ul>
              {countByLabel(corrections, CORRECTION_LABELS).map(([label, count]) => (
                <li key={label}>
                  {t(`categories.${label}.name`)}: {count}
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <a href="/api/v1/corrections.atom">{t("feed")}</a>
        </p>
      </div>
      <CorrectionList corrections={corrections} names={names} />
    </>
  );
}
