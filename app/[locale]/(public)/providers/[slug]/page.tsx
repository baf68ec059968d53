import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { countingTitle } from "@/app/i18n/counting-title";
import { notFoundMetadata } from "@/app/i18n/not-found-metadata";
import { canonicalUrl } from "@/app/i18n/page-address";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { GonePage } from "@/components/layout/gone-page";
import { NotFoundPage } from "@/components/layout/not-found-page";
import { ProviderPage } from "@/components/providers/provider-page";
import { countingPath } from "@/domain/figures/counting-path";
import { localPath } from "@/domain/language/locale";
import { campaign } from "@/env";
import { findMovedPage } from "@/server/pages/find-moved-page";
import { isErasedAddress } from "@/server/pages/is-erased-address";
import { loadProviderPage } from "@/server/pages/load-provider-page";

type Props = { params: Promise<{ locale: string; definition?: string; slug: string }> };

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

const load = cache(loadProviderPage);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const definition = await pageDefinition(params);
  const page = await load(slug, definition);
  if (!page) return notFoundMetadata();
  const t = await getTranslations("providers");
  const { name } = page.provider;
  return pageMetadata(locale, `/providers/${slug}`, {
    // Some are named for what they own, and run nothing themselves.
    title: await countingTitle(page.counts.services > 0 ? t("metaTitle", { name }) : name),
    description: t("metaDescription", { name }),
  });
}

/** A record that was merged or renamed leads on for good; one that is not public is not found. */
export default async function ProviderRoute({ params }: Props) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const definition = await pageDefinition(params);
  const page = await load(slug, definition);
  const pathOf = (path: string) => localPath(locale, countingPath(definition, path));
  if (page)
    return (
      <ProviderPage
        page={page}
        pageUrl={canonicalUrl(locale, `/providers/${slug}`)}
        pressContact={campaign().pressContact}
      />
    );
  const moved = await findMovedPage("provider", slug);
  if (moved) permanentRedirect(pathOf(moved));
  return (await isErasedAddress("provider", slug)) ? <GonePage /> : <NotFoundPage />;
}
