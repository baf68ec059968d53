import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { countingTitle } from "@/app/i18n/counting-title";
import { furtherPageMetadata, furtherPageTitle } from "@/app/i18n/further-page-metadata";
import { notFoundMetadata } from "@/app/i18n/not-found-metadata";
import { canonicalPath } from "@/app/i18n/page-address";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { StructuredPage } from "@/app/i18n/structured-data";
import { NotFoundPage } from "@/components/layout/not-found-page";
import { FurtherPage } from "@/components/services/further-page";
import { writeMapAddress } from "@/domain/map/map-address";
import { listPagePath, pageOfList, readListPage } from "@/domain/pages/list-pages";
import type { Definition } from "@/domain/providers/legal-form";
import { loadProviderPage } from "@/server/pages/load-provider-page";

type Props = {
  params: Promise<{ locale: string; definition?: string; slug: string; number: string }>;
};

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

/** The provider and the page of its list that an address names, if there are such. */
const load = cache(async (slug: string, number: string, definition: Definition) => {
  const asked = readListPage(number);
  const provider = asked && (await loadProviderPage(slug, definition));
  const page = provider && pageOfList(provider.services, asked);
  return provider && page ? { ...provider, page } : undefined;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { slug, number } = await params;
  const found = await load(slug, number, await pageDefinition(params));
  if (!found) return notFoundMetadata();
  const { name } = found.provider;
  const t = await getTranslations("providers");
  return furtherPageMetadata(locale, `/providers/${slug}`, found.page, {
    title: await countingTitle(t("listTitle", { name })),
    description: t("metaDescription", { name }),
  });
}

/** The rows of a provider's list after the first page of it. */
export default async function ProviderListPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { slug, number } = await params;
  const definition = await pageDefinition(params);
  const path = `/providers/${slug}`;
  if (number === "1") permanentRedirect(canonicalPath(locale, path));
  const found = await load(slug, number, definition);
  if (!found) return <NotFoundPage />;
  const { provider, page, services } = found;
  const t = await getTranslations("providers");
  const heading = await furtherPageTitle(page, t("listTitle", { name: provider.name }));
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
        record={{ name: provider.name, path }}
        caption={t("servicesTitle")}
        mapPath={`/map${writeMapAddress({ provider: slug, view: "list" })}`}
        isAllOfOne={services.every((row) => row.provider?.slug === provider.slug)}
      />
    </>
  );
}
