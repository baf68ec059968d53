import { useTranslations } from "next-intl";
import { LocalLink, useLocalPath } from "@/components/layout/local-link";
import { ListLinks } from "@/components/services/list-links";
import { ListTools, type ListWords } from "@/components/services/list-tools";
import { ServiceTable } from "@/components/services/service-table";
import type { ServiceRow } from "@/domain/figures/service-row";
import { countAlike } from "@/domain/pages/group-by-region";
import { ALL_ROWS, type ListPage, listPagePath } from "@/domain/pages/list-pages";
import { LIST_ORDERS } from "@/domain/pages/pick-rows";

/** One page of a list with the ways to the others, and what sorts and filters it where it stands if it has several. */
export function ListOnePage({
  page,
  services,
  caption,
  path,
  mapPath,
  hasMap = false,
  isAllOfOne = false,
}: {
  page: ListPage;
  /** All of the list. */
  services: readonly ServiceRow[];
  caption: string;
  path: string;
  mapPath: string;
  hasMap?: boolean;
  isAllOfOne?: boolean;
}) {
  const t = useTranslations("services");
  const localPath = useLocalPath();
  const words = useListWords(isAllOfOne);
  // The rows of all are drawn with their buttons: on the first page they are shown beside a map.
  const table = (
    <ServiceTable groups={page.groups} caption={caption} hasMap={hasMap} isAllOfOne={isAllOfOne} />
  );
  if (page.pages === 1) return table;
  return (
    <>
      <noscript>
        <p className="mb-3">
          <LocalLink href={mapPath}>{t("list.onMap")}</LocalLink>
        </p>
      </noscript>
      <ListTools
        allPath={localPath(listPagePath(path, ALL_ROWS))}
        kinds={countAlike(services).map(({ category, count }) => ({
          value: category,
          text: t("regions.category", { category: t(`category.${category}`), count }),
        }))}
        words={words}
      >
        {table}
        <ListLinks page={page} path={path} />
      </ListTools>
    </>
  );
}

/** The words of the tools, as their script needs them. */
function useListWords(isAllOfOne: boolean): ListWords {
  const t = useTranslations("services.list");
  const orders = LIST_ORDERS.filter((order) => !(isAllOfOne && order === "provider"));
  return {
    label: t("label"),
    filter: t("filter"),
    kind: t("kind"),
    everyKind: t("everyKind"),
    sort: t("sort"),
    count: t.raw("count") as string,
    failed: t("failed"),
    orders: Object.fromEntries(orders.map((order) => [order, t(`order.${order}`)])),
  };
}
