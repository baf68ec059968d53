import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { StructuredPage } from "@/app/i18n/structured-data";
import { HowWeCount } from "@/components/layout/how-we-count";
import { registrationCheckTallies } from "@/server/reference/registration-checks";

type Props = { params: Promise<{ locale: string }> };

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations("about.howWeCount");
  return pageMetadata(locale, "/about/how-we-count", {
    title: t("title"),
    description: t("metaDescription"),
  });
}

export default async function HowWeCountPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("about.howWeCount");
  return (
    <>
      <StructuredPage locale={locale} path="/about/how-we-count" name={t("title")} type="AboutPage" />
      <HowWeCount checks={registrationCheckTallies()} />
    </>
  );
}
