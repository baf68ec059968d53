import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { countingTitle } from "@/app/i18n/counting-title";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { StructuredPage } from "@/app/i18n/structured-data";
import { CoverageList } from "@/components/areas/coverage-list";
import { CoverageMap } from "@/components/areas/coverage-map";
import { CountingLine } from "@/components/counting/counting-line";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { Section } from "@/components/ui/section";
import { loadCoverage } from "@/server/pages/load-coverage";
import { loadUnknownBeside } from "@/server/pages/load-unknown-beside";

type Props = { params: Promise<{ locale: string; definition?: string }> };

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations("areas.coverage.page");
  return pageMetadata(locale, "/coverage", {
    title: await countingTitle(t("title")),
    description: t("metaDescription"),
  });
}

export default async function CoveragePage({ params }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("areas.coverage.page");
  const definition = await pageDefinition(params);
  const nations = await loadCoverage(definition);
  return (
    <>
      <StructuredPage locale={locale} path="/coverage" name={t("title")} type="CollectionPage" />
      <PageTitle intro={t("intro")}>{t("title")}</PageTitle>
      <p className="max-w-line">
        {t("threshold")} <LocalLink href="/areas/compare">{t("compare")}</LocalLink>
      </p>
      <CountingLine definition={definition} path="/coverage" unknown={await loadUnknownBeside(definition)} />
      <CoverageMap />
      {nations.map((group) => (
        <Section key={group.nation.id} id={group.nation.slug} title={group.nation.nameEn}>
          <CoverageList group={group} definition={definition} />
        </Section>
      ))}
    </>
  );
}
