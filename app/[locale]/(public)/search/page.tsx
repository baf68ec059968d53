import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { StructuredPage } from "@/app/i18n/structured-data";
import { PageTitle } from "@/components/layout/page-title";
import { LookUpBox } from "@/components/look-up/look-up-box";
import { passesForPostcode } from "@/domain/look-up/near-postcode";
import { MAX_QUERY } from "@/domain/search/normalise";
import { loadNames } from "@/server/search/load-names";
import { SearchResults } from "./search-results";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations("look-up");
  return {
    ...(await pageMetadata(locale, "/search", {
      title: t("search.title"),
      description: t("metaDescription"),
    })),
    robots: { index: false },
  };
}

/** Towns, areas, places, services and organisations by name: what the box suggests, for those without scripts too. */
export default async function SearchPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("look-up.search");
  const { q } = await searchParams;
  const asked = (typeof q === "string" ? q : "").trim().slice(0, MAX_QUERY);
  // Nobody's page of results is headed by a postcode, even where somebody wrote one into the address by hand.
  const query = passesForPostcode(asked) ? "" : asked;
  const found = await loadNames(query);
  return (
    <>
      <StructuredPage locale={locale} path="/search" name={t("title")} type="SearchResultsPage" />
      <PageTitle>{query ? t("titleFor", { query }) : t("title")}</PageTitle>
      <LookUpBox>
        <div className="my-6">
          {found === null ? <p>{t("tooShort")}</p> : <SearchResults query={query} found={found} />}
        </div>
      </LookUpBox>
    </>
  );
}
