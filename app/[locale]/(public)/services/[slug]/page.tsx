import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { notFoundMetadata } from "@/app/i18n/not-found-metadata";
import { canonicalUrl } from "@/app/i18n/page-address";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { GonePage } from "@/components/layout/gone-page";
import { NotFoundPage } from "@/components/layout/not-found-page";
import { ServicePage } from "@/components/services/service-page";
import { countingPath } from "@/domain/figures/counting-path";
import { localPath } from "@/domain/language/locale";
import { findMovedPage } from "@/server/pages/find-moved-page";
import { isErasedAddress } from "@/server/pages/is-erased-address";
import { loadServicePage } from "@/server/pages/load-service-page";

type Props = { params: Promise<{ locale: string; definition?: string; slug: string }> };

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

const load = cache(loadServicePage);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const page = await load(slug);
  if (!page) return notFoundMetadata();
  const t = await getTranslations("services");
  const { name } = page.service;
  return pageMetadata(locale, `/services/${slug}`, {
    title: t("page.metaTitle", { name }),
    description: t("page.metaDescription", { name }),
  });
}

/** A record that was merged or renamed leads on for good; one that is not public is not found. */
export default async function ServiceRoute({ params }: Props) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const page = await load(slug);
  if (page) return <ServicePage page={page} pageUrl={canonicalUrl(locale, `/services/${slug}`)} />;
  const moved = await findMovedPage("service", slug);
  if (moved) permanentRedirect(localPath(locale, countingPath(await pageDefinition(params), moved)));
  return (await isErasedAddress("service", slug)) ? <GonePage /> : <NotFoundPage />;
}
