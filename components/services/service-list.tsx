import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { ServiceTable } from "@/components/services/service-table";
import type { ServiceRow } from "@/domain/figures/service-row";
import { countAlike, groupByRegion } from "@/domain/pages/group-by-region";

/** More rows than anybody reads to the end, and than a phone should be sent: then the regions say how many they hold. */
const MOST_ROWS = 150;

/**
 * The rows behind a map; of a whole country, its regions, whose pages hold the rows. Services that no region's page
 * holds (nobody knows in which region they are) stay rows.
 */
export function ServiceList({
  services,
  caption,
  isAllOfOne = false,
}: {
  services: readonly ServiceRow[];
  caption: string;
  /** Of the one organisation whose page it is: nothing is said of each row that the page says of all. */
  isAllOfOne?: boolean;
}) {
  const t = useTranslations("services.regions");
  if (services.length <= MOST_ROWS)
    return <ServiceTable services={services} caption={caption} hasMap isAllOfOne={isAllOfOne} />;
  const elsewhere = services.filter(({ region }) => region === null);
  return (
    <>
      <RegionTable services={services.filter(({ region }) => region !== null)} caption={caption} />
      {elsewhere.length > 0 ? (
        <details className="mt-4">
          <summary className="py-2.5 font-semibold">{t("elsewhere", { count: elsewhere.length })}</summary>
          <ServiceTable services={elsewhere} caption={t("elsewhere", { count: elsewhere.length })} hasMap />
        </details>
      ) : null}
    </>
  );
}

function RegionTable({ services, caption }: { services: readonly ServiceRow[]; caption: string }) {
  const t = useTranslations("services.regions");
  return (
    <table className="rows">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("region")}</th>
          <th scope="col">{t("services")}</th>
          <th scope="col">{t("mostly")}</th>
        </tr>
      </thead>
      <tbody>
        {groupByRegion(services).map(({ region, services: held }) => (
          <tr key={region?.slug}>
            <th scope="row" className="text-left">
              {region ? (
                <LocalLink href={`/areas/region/${region.slug}`} className="inline-block py-1">
                  <LocalName name={region.name} nameCy={region.nameCy} />
                </LocalLink>
              ) : null}
            </th>
            <td data-label={t("services")}>{t("count", { count: held.length })}</td>
            <td data-label={t("mostly")}>
              <Categories services={held} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Categories({ services }: { services: readonly ServiceRow[] }) {
  const t = useTranslations("services");
  return countAlike(services)
    .slice(0, 3)
    .map(({ category, count }) => t("regions.category", { category: t(`category.${category}`), count }))
    .join("; ");
}
