import "./service-map.css";
import "./map-media.css";
import { useTranslations } from "next-intl";
import { useLocalPath } from "@/components/layout/local-link";
import { PRINTED } from "@/domain/map/around";
import { PageMap, type PageMapOf } from "./live/page-map";
import { useFrameSettings } from "./live/use-live-settings";
import { MapCredit } from "./map-credit";
import { MapLegend } from "./map-legend";

type Props = PageMapOf & {
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
export function MapSection({ label, listPath, printed, ...of }: Props) {
  const t = useTranslations("map");
  const localPath = useLocalPath();
  const helpId = `${of.listId}-map-help`;
  const listHref = listPath ? localPath(listPath) : `#${of.listId}`;
  return (
    <section aria-label={label} className="service-map-section">
      <a className="service-map-skip" href={`#${of.listId}`}>
        {t("skip")}
      </a>
      <noscript>
        <p className="service-map-no-script">
          {t("noScript")} <a href={listHref}>{t("toList")}</a>
        </p>
      </noscript>
      <PageMap {...of} {...useFrameSettings()} helpId={helpId} listHref={listHref} />
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
