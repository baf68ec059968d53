import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { StructuredPage } from "@/app/i18n/structured-data";
import { PageTitle } from "@/components/layout/page-title";

type Props = { params: Promise<{ locale: string }> };

const SECTIONS = ["works", "tests", "known", "tell"] as const;

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations("about.accessibility");
  return pageMetadata(locale, "/accessibility", { title: t("title"), description: t("metaDescription") });
}

export default async function AccessibilityPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("about.accessibility");
  return (
    <>
      <StructuredPage locale={locale} path="/accessibility" name={t("title")} />
      <PageTitle intro={t("intro")}>{t("title")}</PageTitle>
      <div className="prose">
        {SECTIONS.map((key) => [
          <h2 key={`${key}-title`}>{t(`sections.${key}.title`)}</h2>,
          <p key={key}>{t(`sections.${key}.text`)}</p>,
        ])}
      </div>
    </>
  );
}
