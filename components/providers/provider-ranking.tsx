import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import type { RankedProvider } from "@/domain/figures/group";

/** Organisations by how many services they run, groups as one. @param numbers of those that share a name, by id. */
export function ProviderRanking({
  ranked,
  numbers,
}: {
  ranked: readonly RankedProvider[];
  numbers: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("providers.ranking");
  const kind = useTranslations("services.providerKind");
  const unknown = useTranslations("providers")("unknown");
  return (
    <table className="rows rows-close">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("provider")}</th>
          <th scope="col">{t("legalForm")}</th>
          <th scope="col">{t("services")}</th>
          <th scope="col">{t("places")}</th>
        </tr>
      </thead>
      <tbody>
        {ranked.map(({ provider, members, counts }) => (
          <tr key={provider.id}>
            <th scope="row" className="text-left font-normal">
              <LocalLink
                href={`/providers/${provider.slug}`}
                className="inline-block py-0.5 font-semibold max-md:block"
              >
                {provider.name}
              </LocalLink>
              <span data-where="" className="text-base text-ink-soft">
                {[
                  numbers.has(provider.id) ? t("company", { number: numbers.get(provider.id) ?? "" }) : "",
                  t("members", { count: members }),
                ]
                  .filter(Boolean)
                  .join(" ")}
              </span>
            </th>
            <td data-label={t("legalForm")} data-state={provider.legalForm ? "" : undefined}>
              {provider.legalForm ? kind(provider.legalForm) : unknown}
            </td>
            <td data-label={t("services")}>{counts.services.toLocaleString("en-GB")}</td>
            <td data-label={t("places")}>{counts.places.toLocaleString("en-GB")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
