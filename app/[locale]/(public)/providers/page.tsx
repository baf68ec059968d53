import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { countingTitle } from "@/app/i18n/counting-title";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { StructuredPage } from "@/app/i18n/structured-data";
import { CountingLine } from "@/components/counting/counting-line";
import { countingValue } from "@/components/counting/definition-in-words";
import { RemainderLine } from "@/components/counting/remainder-line";
import { PageTitle } from "@/components/layout/page-title";
import { ProviderRanking } from "@/components/providers/provider-ranking";
import { restOfRanking } from "@/domain/pages/remainders";
import { loadProviders } from "@/server/pages/load-providers";

type Props = { params: Promise<{ locale: string; definition?: string }> };

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations("providers.ranking");
  return pageMetadata(locale, "/providers", {
    title: await countingTitle(t("title")),
    description: t("metaDescription"),
  });
}

export default async function ProvidersPage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("providers.ranking");
  const definition = await pageDefinition(params);
  const { ranked, numbers, counts, unknown } = await loadProviders(definition);
  const rest = restOfRanking({ ranked, counts });
  const counting = countingValue(await getTranslations("counting"), definition);
  return (
    <>
      <StructuredPage locale={locale} path="/providers" name={t("title")} type="CollectionPage" />
      <PageTitle intro={t("intro", { providers: ranked.length, counting })}>{t("title")}</PageTitle>
      <p className="mb-4 max-w-line text-ink-soft">
        {t("adds", { services: rest.parts, organisations: counts.providers })} {t("note")}
      </p>
      <RemainderLine what="providers" of={rest} />
      {ranked.length > 0 ? <ProviderRanking ranked={ranked} numbers={numbers} /> : <p>{t("none")}</p>}
      <CountingLine definition={definition} path="/providers" unknown={unknown} />
    </>
  );
}
