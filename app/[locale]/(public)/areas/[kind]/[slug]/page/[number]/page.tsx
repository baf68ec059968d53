import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { furtherPageMetadata, furtherPageTitle } from "@/app/i18n/further-page-metadata";
import { notFoundMetadata } from "@/app/i18n/not-found-metadata";
import { canonicalPath } from "@/app/i18n/page-address";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { StructuredPage } from "@/app/i18n/structured-data";
import { countingValue } from "@/components/counting/definition-in-words";
import { NotFoundPage } from "@/components/layout/not-found-page";
import { FurtherPage } from "@/components/services/further-page";
import type { Locale } from "@/domain/language/locale";
import { writeMapAddress } from "@/domain/map/map-address";
import type { AreaDetail } from "@/domain/pages/area-page";
import { listPagePath, pageOfList, readListPage } from "@/domain/pages/list-pages";
import type { Definition } from "@/domain/providers/legal-form";
import { loadAreaPage } from "@/server/pages/load-area-page";

type Props = {
  params: Promise<{ locale: string; definition?: string; kind: string; slug: string; number: string }>;
};

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

/** The area and the page of its list that an address names, if there are such. */
const load = cache(async (kind: string, slug: string, number: string, definition: Definition) => {
  const asked = readListPage(number);
  const area = asked && (await loadAreaPage(kind, slug, definition));
  const page = area && pageOfList(area.services, asked);
  return area && page ? { ...area, page } : undefined;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { kind, slug, number } = await params;
  const definition = await pageDefinition(params);
  const found = await load(kind, slug, number, definition);
  if (!found) return notFoundMetadata();
  const title = await titleOf(found.area, locale, definition);
  const t = await getTranslations("areas.page");
  return furtherPageMetadata(locale, `/areas/${kind}/${slug}`, found.page, {
    title,
    description: t("furtherDescription", { title }),
  });
}

/** The rows of an area's list after the first page of it. */
export default async function AreaListPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { kind, slug, number } = await params;
  const definition = await pageDefinition(params);
  const path = `/areas/${kind}/${slug}`;
  if (number === "1") permanentRedirect(canonicalPath(locale, path));
  const found = await load(kind, slug, number, definition);
  if (!found) return <NotFoundPage />;
  const { area, page, services } = found;
  const heading = await furtherPageTitle(page, await titleOf(area, locale, definition));
  const t = await getTranslations("areas");
  return (
    <>
      <StructuredPage
        locale={locale}
        path={listPagePath(path, page.number)}
        name={heading}
        type="CollectionPage"
      />
      <FurtherPage
        page={page}
        heading={heading}
        services={services}
        definition={definition}
        record={{ name: nameOf(area, locale), path }}
        caption={t("page.listTitle")}
        mapPath={`/map${writeMapAddress({ area: { kind: area.kind, slug }, view: "list" })}`}
      />
    </>
  );
}

async function titleOf(area: AreaDetail, locale: Locale, definition: Definition): Promise<string> {
  const t = await getTranslations("areas");
  const counting = countingValue(await getTranslations("counting"), definition);
  return t("page.metaTitle", {
    area: t(`named.${area.kind}`, { name: nameOf(area, locale) }),
    counting,
  });
}

function nameOf({ nameEn, nameCy }: AreaDetail, locale: Locale): string {
  return locale === "cy" && nameCy ? nameCy : nameEn;
}
