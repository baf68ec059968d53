import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { nearServices } from "@/app/[locale]/(public)/near/[outcode]/near-services";
import { countingTitle } from "@/app/i18n/counting-title";
import { notFoundMetadata } from "@/app/i18n/not-found-metadata";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { StructuredPage } from "@/app/i18n/structured-data";
import { NotFoundPage } from "@/components/layout/not-found-page";
import { NearPage } from "@/components/near/near-page";
import { countingPath } from "@/domain/figures/counting-path";
import { localPath } from "@/domain/language/locale";
import { nearPath } from "@/domain/look-up/found-unit";
import { loadNear } from "@/server/pages/load-near";

type Props = { params: Promise<{ locale: string; definition?: string; outcode: string }> };

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

const load = cache(loadNear);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { outcode } = await params;
  const page = await load(outcode, await pageDefinition(params));
  if (!page) return notFoundMetadata();
  const t = await getTranslations("near");
  const title = await countingTitle(t("pageTitle", { outcode }));
  const metadata = await pageMetadata(locale, nearPath(outcode), {
    title,
    description: t("description", { outcode }),
  });
  // Thousands of districts with the same services: search engines have the pages of areas.
  return { ...metadata, robots: { index: false } };
}

/** What is near a postcode of one district: a page for everybody in it, out of which each browser picks its own answer. */
export default async function NearRoute({ params }: Props) {
  const locale = await pageLocale(params);
  const { outcode } = await params;
  const definition = await pageDefinition(params);
  const page = await load(outcode, definition);
  // As somebody types it into an address.
  if (!page && outcode !== outcode.toUpperCase())
    permanentRedirect(localPath(locale, countingPath(definition, nearPath(outcode.toUpperCase()))));
  if (!page) return <NotFoundPage />;
  const t = await getTranslations("near");
  return (
    <>
      <StructuredPage locale={locale} path={nearPath(outcode)} name={t("pageTitle", { outcode })} />
      <NearPage page={page} services={await nearServices(page)} />
    </>
  );
}
