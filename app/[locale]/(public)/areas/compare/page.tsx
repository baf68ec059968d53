import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { countingTitle } from "@/app/i18n/counting-title";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { StructuredPage } from "@/app/i18n/structured-data";
import { ComparisonPage } from "@/components/areas/comparison-page";
import { COMPARE_ORDERS } from "@/domain/figures/compare-shares";
import { loadComparison } from "@/server/pages/load-comparison";

type Props = { params: Promise<{ locale: string; definition?: string }> };

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations("share-of-care.compare");
  return pageMetadata(locale, "/areas/compare", {
    title: await countingTitle(t("title")),
    description: t("metaDescription"),
  });
}

/** Health bodies by the share of all treatment; the other orders have an address of their own, so that each can be cached. */
export default async function CompareAreasPage({ params }: Props) {
  const locale = await pageLocale(params);
  const definition = await pageDefinition(params);
  const [order] = COMPARE_ORDERS;
  const t = await getTranslations("share-of-care.compare");
  return (
    <>
      <StructuredPage locale={locale} path="/areas/compare" name={t("title")} />
      <ComparisonPage page={await loadComparison(definition, order)} definition={definition} order={order} />
    </>
  );
}
