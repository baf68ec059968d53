import type { Metadata } from "next";
import { cache } from "react";
import { areaMetadata } from "@/app/[locale]/(public)/areas/[kind]/[slug]/area-metadata";
import { notFoundMetadata } from "@/app/i18n/not-found-metadata";
import { pageLocale } from "@/app/i18n/page-locale";
import { AreaPage } from "@/components/areas/area-page";
import { NotFoundPage } from "@/components/layout/not-found-page";
import { localPath } from "@/domain/language/locale";
import { siteOrigin } from "@/env";
import { loadAreaPage } from "@/server/areas/load-area-page";

type Props = { params: Promise<{ locale: string; kind: string; slug: string }> };

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

const load = cache((kind: string, slug: string) => loadAreaPage(kind, slug, "outside-the-nhs"));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { kind, slug } = await params;
  const page = await load(kind, slug);
  return page ? areaMetadata(locale, page) : notFoundMetadata();
}

export default async function AreaRoute({ params }: Props) {
  const locale = await pageLocale(params);
  const { kind, slug } = await params;
  const page = await load(kind, slug);
  if (!page) return <NotFoundPage />;
  return <AreaPage page={page} pageUrl={siteOrigin() + localPath(locale, `/areas/${kind}/${slug}`)} />;
}
