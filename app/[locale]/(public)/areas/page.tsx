import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { countingTitle } from "@/app/i18n/counting-title";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { StructuredPage } from "@/app/i18n/structured-data";
import { AreaDirectory } from "@/components/areas/area-directory";
import { CountingLine } from "@/components/counting/counting-line";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { LookUpBox } from "@/components/look-up/look-up-box";
import { loadAreaList } from "@/server/pages/load-area-list";

type Props = { params: Promise<{ locale: string; definition?: string }> };

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations("areas");
  return pageMetadata(locale, "/areas", {
    title: await countingTitle(t("metaTitle")),
    description: t("metaDescription"),
  });
}

export default async function AreasPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("areas");
  return (
    <>
      <StructuredPage locale={locale} path="/areas" name={t("title")} type="CollectionPage" />
      <PageTitle intro={t("intro")}>{t("title")}</PageTitle>
      <LookUpBox />
      <div className="mt-6">
        <CountingLine definition={await pageDefinition(params)} path="/areas" />
      </div>
      <p className="mt-4">
        <LocalLink href="/areas/compare">{t("compareLink")}</LocalLink>
      </p>
      <AreaDirectory groups={await loadAreaList()} />
    </>
  );
}
