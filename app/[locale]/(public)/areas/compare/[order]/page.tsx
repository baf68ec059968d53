import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { countingTitle } from "@/app/i18n/counting-title";
import { notFoundMetadata } from "@/app/i18n/not-found-metadata";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { StructuredPage } from "@/app/i18n/structured-data";
import { ComparisonPage } from "@/components/areas/comparison-page";
import { orderInWords } from "@/components/areas/order-in-words";
import { NotFoundPage } from "@/components/layout/not-found-page";
import { COMPARE_ORDERS } from "@/domain/figures/compare-shares";
import { loadComparison } from "@/server/pages/load-comparison";

type Props = { params: Promise<{ locale: string; definition?: string; order: string }> };

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const order = await orderOf(params);
  if (!order) return notFoundMetadata();
  const t = await getTranslations("share-of-care.compare");
  return pageMetadata(locale, `/areas/compare/${order}`, {
    title: await countingTitle(t("titleBy", { order: orderInWords(order) })),
    description: t("metaDescription"),
  });
}

export default async function CompareAreasByPage({ params }: Props) {
  const locale = await pageLocale(params);
  const definition = await pageDefinition(params);
  const order = await orderOf(params);
  if (!order) return <NotFoundPage />;
  const t = await getTranslations("share-of-care.compare");
  const name = t("titleBy", { order: orderInWords(order) });
  return (
    <>
      <StructuredPage locale={locale} path={`/areas/compare/${order}`} name={name} />
      <ComparisonPage page={await loadComparison(definition, order)} definition={definition} order={order} />
    </>
  );
}

/** One address for each order: the first is the page without one. */
async function orderOf(params: Props["params"]) {
  const { order } = await params;
  const [, ...others] = COMPARE_ORDERS;
  return others.find((other) => other === order);
}
