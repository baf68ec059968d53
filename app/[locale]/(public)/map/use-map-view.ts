import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import type { MapViewProps } from "@/components/map/live/map-view";
import { useLiveSettings } from "@/components/map/live/use-live-settings";
import type { LegendStrings } from "@/components/map/map-legend";
import { type MapAddress, writeMapAddress } from "@/domain/map/map-address";
import type { CountedKind, Definition } from "@/domain/providers/legal-form";
import type { ServiceCategory } from "@/domain/services/category";
import { notNamedKey } from "@/domain/services/runner";
import type { ServiceStatus } from "@/domain/services/service";
import type { MapPage } from "@/server/pages/load-map-page";
import { detailsOf } from "@/server/pages/map-file-answer";
import { type ChoiceWords, mapChoices, typedAreaChoices } from "@/server/pages/map-page-choices";

type Asked = { address: MapAddress; definition: Definition; path: string; page: MapPage };

/** Everything that the page of the map is drawn with, in words. */
export function useMapView({ address, definition, path, page }: Asked) {
  const t = useTranslations("map.page");
  const map = useTranslations("map");
  const services = useTranslations("services");
  const kinds = useTranslations("counting.kinds");
  const areaKinds = useTranslations("areas.kind");
  const inWords = useDates();
  const live = useLiveSettings();
  const say: ChoiceWords = (filter, value) => {
    if (filter === "care") return services(`category.${value as ServiceCategory}`);
    if (filter === "type") return kinds(value as CountedKind);
    if (filter === "area-kind") return areaKinds(value as "nation");
    if (filter === "since") return inWords(value);
    if (filter === "exact") return value === "yes" ? t("exactYes") : t("exactNo");
    if (value === "no-longer-listed") return t("noLongerListed");
    if (value === "little-activity") return t("littleActivity");
    return services(`status.${value as ServiceStatus}`);
  };
  const link = (to: number) =>
    to < 1 || to > page.pages
      ? null
      : path + writeMapAddress({ ...address, where: null, page: to, view: "list" });
  const view: MapViewProps = {
    initial: address,
    definition,
    path,
    shown: page.shown,
    ...live,
    listId: "list",
    rows: page.rows.map((row) => detailsOf(row, () => services(`notNamed.${notNamedKey(row)}`))),
    pages: {
      text: t("pageOf", { page: page.page, pages: page.pages }),
      label: t("pagesLabel"),
      previous: link(page.page - 1),
      next: link(page.page + 1),
    },
    choices: mapChoices(page, address, say),
    typedAreas:
      address.where === null
        ? null
        : typedAreaChoices(address.where, page.counts.area, (kind) => say("area-kind", kind)),
    notKnown: page.notKnown,
  };
  const legend: LegendStrings = {
    legend: map("legend"),
    legendOperating: map("legendOperating"),
    legendPlanned: map("legendPlanned"),
    legendEnded: map("legendEnded"),
    legendApproximate: map("legendApproximate"),
    legendCluster: map("legendCluster"),
  };
  return { t, view, legend };
}
