import { getTranslations } from "next-intl/server";
import { canonicalUrl } from "@/app/i18n/page-address";
import { JsonLd } from "@/components/layout/json-ld";
import { NATIONS } from "@/domain/areas/area";
import { DEFAULT_LOCALE, type Locale } from "@/domain/language/locale";
import { listPath } from "@/domain/pages/list-path";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { campaign, siteOrigin } from "@/env";

/** The front page for machines: the site, and the records it publishes. */
export async function HomeData({ locale }: { locale: Locale }) {
  const t = await getTranslations("common");
  const url = canonicalUrl(locale, "/");
  const site = {
    "@type": "WebSite",
    url,
    name: t("siteName"),
    inLanguage: "en-GB",
  };
  return <JsonLd data={{ "@graph": [site, dataset(t)] }} />;
}

/** The page of data for machines: the same data set with the files that it can be had as. */
export async function DatasetData() {
  const t = await getTranslations("common");
  const lists = NATIONS.map((nation) =>
    file(listPath(DEFAULT_DEFINITION, { kind: "nation", slug: nation }), "text/csv", t(`nation.${nation}`)),
  );
  const pins = file("/api/v1/map/services.geojson", "application/geo+json", "GeoJSON");
  return <JsonLd data={{ ...dataset(t), distribution: [...lists, pins] }} />;
}

/** One data set, whichever page and language it is met on: the same `@id`. */
function dataset(t: Awaited<ReturnType<typeof getTranslations<"common">>>) {
  const url = canonicalUrl(DEFAULT_LOCALE, "/data");
  return {
    "@type": "Dataset",
    "@id": `${url}#services`,
    url,
    name: t("datasetName"),
    description: t("siteDescription"),
    isAccessibleForFree: true,
    creator: { "@type": "Organization", name: campaign().name },
    spatialCoverage: "United Kingdom",
  };
}

function file(path: string, encodingFormat: string, name: string) {
  return { "@type": "DataDownload", name, encodingFormat, contentUrl: siteOrigin() + path };
}
