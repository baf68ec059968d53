import { getTranslations } from "next-intl/server";
import { LocalLink } from "@/components/layout/local-link";
import { RegisterGaps } from "@/components/look-up/register-gaps";
import { SearchResultList } from "@/components/look-up/search-result-list";
import { TipLink } from "@/components/tips/tip-link";
import { loadPlaceAnswers } from "@/server/pages/load-place-answers";
import type { FoundNames } from "@/server/search/find-names";
import { namedNations } from "@/server/search/named-nations";

/**
 * What was found, with the answers of places; and of which places no register is loaded, which stands first where nothing
 * is called what was typed: the names that are a little like it would else be taken for an answer.
 */
export async function SearchResults({ query, found }: { query: string; found: FoundNames }) {
  const t = await getTranslations("look-up.search");
  const { names, exact } = found;
  const gaps = <RegisterGaps nations={namedNations(query)} />;
  if (names.length === 0) {
    return (
      <>
        <p className="max-w-line">{t("none", { query })}</p>
        <NotFoundLines query={query} />
        {gaps}
      </>
    );
  }
  return (
    <>
      {exact ? null : <p className="mb-4 max-w-line">{t("onlyLike", { query })}</p>}
      {exact ? null : gaps}
      <SearchResultList names={names} answers={await loadPlaceAnswers(names)} />
      {exact ? gaps : null}
      {exact ? null : <NotFoundLines query={query} />}
    </>
  );
}

/** Where nothing is called what was typed, the reader may know of what we do not: with a source, or without. */
async function NotFoundLines({ query }: { query: string }) {
  const t = await getTranslations("look-up.search");
  const tips = await getTranslations("tips");
  return (
    <>
      <p className="mt-4 max-w-line">
        <LocalLink
          href={`/reports/new?${new URLSearchParams({ name: query })}`}
          className="inline-flex min-h-11 items-center"
        >
          {t("noneReport")}
        </LocalLink>
      </p>
      <p className="max-w-line">
        <TipLink whereabouts={query} /> {tips("linkNote")}
      </p>
    </>
  );
}
