import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { Section } from "@/components/ui/section";
import { type FoundArea, type FoundName, SEARCH_LIMIT, type SearchResults } from "@/domain/search/results";

/** What a search found, by kind of record; a list that is full says so. */
export function SearchResultList({ results }: { results: SearchResults }) {
  const t = useTranslations("look-up.search");
  const areas = useTranslations("areas.kind");
  const named = (folder: string) => (found: FoundName) => ({
    ...found,
    path: `/${folder}/${found.slug}`,
    kind: null,
  });
  const kindOf = ({ kind, validTo }: FoundArea) =>
    validTo === null ? areas(kind) : t("until", { kind: areas(kind), year: validTo.slice(0, 4) });
  const area = (found: FoundArea) => ({
    slug: found.slug,
    name: found.nameEn,
    nameCy: found.nameCy,
    path: `/areas/${found.kind}/${found.slug}`,
    kind: kindOf(found),
  });
  const lists = [
    { id: "areas", title: t("areas"), rows: results.areas.map(area) },
    { id: "places", title: t("places"), rows: results.places.map(named("places")) },
    { id: "services", title: t("services"), rows: results.services.map(named("services")) },
    { id: "providers", title: t("providers"), rows: results.providers.map(named("providers")) },
  ];
  return lists
    .filter(({ rows }) => rows.length > 0)
    .map(({ id, title, rows }) => (
      <Section key={id} id={id} title={title}>
        <ul>
          {rows.map((row) => (
            <li key={row.path} className="border-rule border-b py-1.5">
              <LocalLink href={row.path} className="inline-block py-1">
                <LocalName name={row.name} nameCy={row.nameCy} />
              </LocalLink>
              {row.kind ? <span className="text-ink-soft"> · {row.kind}</span> : null}
            </li>
          ))}
        </ul>
        {rows.length === SEARCH_LIMIT ? (
          <p className="mt-2 text-ink-soft">{t("more", { limit: SEARCH_LIMIT })}</p>
        ) : null}
      </Section>
    ));
}
