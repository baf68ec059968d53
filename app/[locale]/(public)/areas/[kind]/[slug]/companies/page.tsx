import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { areaMetadata } from "@/app/[locale]/(public)/areas/[kind]/[slug]/area-metadata";
import { notFoundMetadata } from "@/app/i18n/not-found-metadata";
import { pageLocale } from "@/app/i18n/page-locale";
import { AreaPage } from "@/components/areas/area-page";
import { NotFoundPage } from "@/components/layout/not-found-page";
import { localPath } from "@/domain/language/locale";
import { siteOrigin } from "@/env";
import { loadAreaPage } from "@/server/areas/load-area-page";
import { loadEndedArea } from "@/server/areas/load-ended-area";

type Props = { params: Promise<{ locale: string; kind: string; slug: string }> };

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

const load = cache((kind: string, slug: string) => loadAreaPage(kind, slug, "companies"));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { kind, slug } = await params;
  const page = await load(kind, slug);
  return page ? areaMetadata(locale, page) : notFoundMetadata();
}

export default async function CompaniesRoute({ params }: Props) {
  const locale = await pageLocale(params);
  const { kind, slug } = await params;
  const page = await load(kind, slug);
  if (!page) {
    if (await loadEndedArea(kind, slug)) permanentRedirect(localPath(locale, `/areas/${kind}/${slug}`));
    return <NotFoundPage />;
  }
  return (
    <AreaPage page={page} pageUrl={siteOrigin() + localPath(locale, `/areas/${kind}/${slug}/companies`)} />
  );
}
