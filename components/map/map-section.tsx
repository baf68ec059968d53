import "./service-map.css";
import "./map-media.css";
import { useTranslations } from "next-intl";
import { useLocalPath } from "@/components/layout/local-link";
import { PRINTED } from "@/domain/map/around";
import { MapCredit } from "./map-credit";
import { MapLegend } from "./map-legend";
import type { ServiceMapSettings } from "./map-life";
import { type MapStrings, mapStringKeys } from "./map-strings";
import { ServiceMap } from "./service-map";

type Props = Omit<ServiceMapSettings, "strings"> & {
  /** Names the region for people who cannot see it, such as "Map of services in Carlisle". */
  label: string;
  /** Where the list of the same rows is, when it is on another page. */
  listPath?: string;
  /** What is printed where the live map was never drawn: the address of a picture, and what it shows in words. */
  printed?: { src: string; alt: string } | undefined;
};

/**
 * The map as a page uses it: a way past it, the map, and what its marks mean. The page supplies, with id `listId`,
 * the list that holds the same rows. Server component; the words come from the message catalogue `map`.
 */
export function MapSection({ label, listPath, printed, ...settings }: Props) {
  const t = useTranslations("map");
  const texts = Object.fromEntries(mapStringKeys.map((key) => [key, t.raw(key)])) as Omit<
    MapStrings,
    "servicePath" | "complaintPath"
  >;
  const localPath = useLocalPath();
  // A service's page without its slug: `/services`, `/cy/services`, `/counting/companies-by-type/services`.
  const servicePath = localPath("/services/").replace(/\/$/, "");
  const complaintPath = localPath("/complaints/services");
  const helpId = `${settings.listId}-map-help`;
  return (
    <section aria-label={label} className="service-map-section">
      <a className="service-map-skip" href={`#${settings.listId}`}>
        {t("skip")}
      </a>
      <noscript>
        <p className="service-map-no-script">
          {t("noScript")} <a href={listPath ? localPath(listPath) : `#${settings.listId}`}>{t("toList")}</a>
        </p>
      </noscript>
      <ServiceMap {...settings} helpId={helpId} strings={{ ...texts, servicePath, complaintPath }} />
      {printed ? (
        // Asked for with the page, last of all: a browser that prints waits for no picture that it has not begun to fetch.
        // biome-ignore lint/performance/noImgElement: it is drawn by the server at its size, and the optimiser is off
        <img
          src={printed.src}
          alt={printed.alt}
          width={PRINTED.width}
          height={PRINTED.height}
          fetchPriority="low"
          className="map-never-drawn"
        />
      ) : null}
      <p id={helpId} className="service-map-help">
        {t("keyboardHelp")}
      </p>
      <MapLegend
        strings={{
          legend: t("legend"),
          legendOperating: t("legendOperating"),
          legendPlanned: t("legendPlanned"),
          legendEnded: t("legendEnded"),
          legendApproximate: t("legendApproximate"),
          legendCluster: t("legendCluster"),
        }}
      />
      <p className="service-map-credit">
        <MapCredit />
      </p>
    </section>
  );
}
