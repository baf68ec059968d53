import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { countingTitle } from "@/app/i18n/counting-title";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { HomeData } from "@/app/i18n/site-data";
import { FrontPage } from "@/components/front/front-page";
import { loadHomePage } from "@/server/pages/load-home-page";

type Props = { params: Promise<{ locale: string; definition?: string }> };

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations("common");
  const metadata = await pageMetadata(locale, "/", {
    title: t("siteName"),
    description: t("siteDescription"),
  });
  return { ...metadata, title: { absolute: await countingTitle(t("siteName")) } };
}

export default async function HomePage({ params }: Props) {
  const locale = await pageLocale(params);
  return (
    <>
      <FrontPage page={await loadHomePage(await pageDefinition(params))} />
      <HomeData locale={locale} />
    </>
  );
}
