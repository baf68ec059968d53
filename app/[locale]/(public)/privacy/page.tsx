import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { StructuredPage } from "@/app/i18n/structured-data";
import { PageTitle } from "@/components/layout/page-title";
import { RetentionTable } from "@/components/layout/retention-table";
import { KEPT_HOURS } from "@/domain/forms/kept-text";
import { RETENTION } from "@/domain/privacy/retention";

type Props = { params: Promise<{ locale: string }> };

const SECTIONS = [
  "lookUp",
  "cookies",
  "thirdParties",
  "account",
  "typed",
  "reports",
  "complaints",
  "logs",
  "kept",
  "rights",
] as const;

const VALUES = {
  hours: KEPT_HOURS,
  addressDays: RETENTION.complaintAddresses.count,
  textMonths: RETENTION.complaintTexts.count,
};

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations("about.privacy");
  return pageMetadata(locale, "/privacy", { title: t("title"), description: t("metaDescription") });
}

export default async function PrivacyPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("about.privacy");
  return (
    <>
      <StructuredPage locale={locale} path="/privacy" name={t("title")} />
      <PageTitle intro={t("intro")}>{t("title")}</PageTitle>
      <div className="prose">
        {SECTIONS.map((key) => [
          <h2 key={`${key}-title`}>{t(`sections.${key}.title`)}</h2>,
          <p key={key}>{t(`sections.${key}.text`, VALUES)}</p>,
          key === "kept" ? <RetentionTable key="table" /> : null,
        ])}
      </div>
    </>
  );
}
