import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { StructuredPage } from "@/app/i18n/structured-data";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { buttonClasses } from "@/components/ui/button";

type Props = { params: Promise<{ locale: string }> };

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations("about.corrections");
  return pageMetadata(locale, "/about/corrections", {
    title: t("title"),
    description: t("metaDescription"),
  });
}

export default async function CorrectionsPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("about.corrections");
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
        <p>{t("listNone")}</p>
      </div>
    </>
  );
}
