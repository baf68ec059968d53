import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { ListOnePage } from "@/components/services/list-one-page";
import { ServiceTable } from "@/components/services/service-table";
import { listTotals } from "@/domain/figures/list-totals";
import { remainderOf } from "@/domain/figures/remainder";
import type { ServiceRow } from "@/domain/figures/service-row";
import { countAlike, groupByRegion } from "@/domain/pages/group-by-region";
import { pageOfList } from "@/domain/pages/list-pages";
import type { Definition } from "@/domain/providers/legal-form";

/** More rows than a list of pages is read in: then the regions say how many they hold. */
const MOST_ROWS = 150;

/**
 * The rows behind a map, 25 a page; of a whole country, its regions, whose pages hold the rows. Services that no region's page
 * holds (nobody knows in which region they are) stay rows.
 */
export function ServiceList({
  services,
  caption,
  definition,
  path,
  mapPath,
  isAllOfOne = false,
}: {
  services: readonly ServiceRow[];
  caption: string;
  definition: Definition;
  /** Of the record whose list it is; its further pages are under it. */
  path: string;
  /** The same services in the list of the map, where the server sorts and filters them. */
  mapPath: string;
  /** Of the one organisation whose page it is: nothing is said of each row that the page says of all. */
  isAllOfOne?: boolean;
}) {
  const t = useTranslations("services.regions");
  const counted = useCounted(definition);
  const page = services.length <= MOST_ROWS ? pageOfList(services, 1) : undefined;
  if (page)
    return (
      <ListOnePage
        page={page}
        services={services}
        caption={caption}
        path={path}
        mapPath={mapPath}
        isAllOfOne={isAllOfOne}
        hasMap
      />
    );
  const elsewhere = services.filter(({ region }) => region === null);
  return (
    <>
      <RegionTable
        services={services.filter(({ region }) => region !== null)}
        caption={caption}
        definition={definition}
      />
      {elsewhere.length > 0 ? (
        <details className="mt-4">
          <summary className="py-2.5 font-semibold">
            {t("elsewhere", { count: elsewhere.length })}: {counted(elsewhere)}
          </summary>
          <ServiceTable services={elsewhere} caption={t("elsewhere", { count: elsewhere.length })} hasMap />
        </details>
      ) : null}
    </>
  );
}

/** How many entries of a list count, as the pages of their areas say it, and how many of them do not. */
function useCounted(definition: Definition): (services: readonly ServiceRow[]) => string {
  const t = useTranslations("services.regions");
  return (services) => {
    const { all, running } = listTotals(services, definition);
    return all > running
      ? t("countAndRest", { count: running, rest: all - running })
      : t("count", { count: running });
  };
}

function RegionTable({
  services,
  caption,
  definition,
}: {
  services: readonly ServiceRow[];
  caption: string;
  definition: Definition;
}) {
  const t = useTranslations("services.regions");
  const counted = useCounted(definition);
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
            <td data-label={t("services")}>{counted(held)}</td>
            <td data-label={t("mostly")}>
              <Categories services={held} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The three kinds of care of which there are most, and how many entries are of another. */
function Categories({ services }: { services: readonly ServiceRow[] }) {
  const t = useTranslations("services");
  const most = countAlike(services).slice(0, 3);
  const { missing } = remainderOf(
    services.length,
    most.map(({ count }) => count),
  );
  return [
    ...most.map(({ category, count }) =>
      t("regions.category", { category: t(`category.${category}`), count }),
    ),
    ...(missing > 0 ? [t("regions.others", { count: missing })] : []),
  ].join("; ");
}
