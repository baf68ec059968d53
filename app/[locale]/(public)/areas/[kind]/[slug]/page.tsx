import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { areaMetadata, endedMetadata } from "@/app/[locale]/(public)/areas/[kind]/[slug]/area-metadata";
import { notFoundMetadata } from "@/app/i18n/not-found-metadata";
import { canonicalUrl } from "@/app/i18n/page-address";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { AreaPage } from "@/components/areas/area-page";
import { EndedAreaPage } from "@/components/areas/ended-area-page";
import { NotFoundPage } from "@/components/layout/not-found-page";
import { countingPath } from "@/domain/figures/counting-path";
import { localPath } from "@/domain/language/locale";
import { campaign } from "@/env";
import { loadAreaPage } from "@/server/pages/load-area-page";
import { loadEndedArea } from "@/server/pages/load-ended-area";

type Props = { params: Promise<{ locale: string; definition?: string; kind: string; slug: string }> };

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

const load = cache(loadAreaPage);
const loadEnded = cache(loadEndedArea);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { kind, slug } = await params;
  const page = await load(kind, slug, await pageDefinition(params));
  if (page) return areaMetadata(locale, page);
  const ended = await loadEnded(kind, slug);
  return ended?.kind === "explain" ? endedMetadata(locale, ended.area) : notFoundMetadata();
}

/** An area that exists no more leads to the one that has all of it, or to a page that says which ones it became. */
export default async function AreaRoute({ params }: Props) {
  const locale = await pageLocale(params);
  const { kind, slug } = await params;
  const definition = await pageDefinition(params);
  const page = await load(kind, slug, definition);
  const pathOf = (path: string) => localPath(locale, countingPath(definition, path));
  if (page)
    return (
      <AreaPage
        page={page}
        pageUrl={canonicalUrl(locale, `/areas/${kind}/${slug}`)}
        pressContact={campaign().pressContact}
      />
    );
  const ended = await loadEnded(kind, slug);
  if (ended?.kind === "moved") permanentRedirect(pathOf(ended.path));
  return ended ? <EndedAreaPage area={ended.area} /> : <NotFoundPage />;
}
