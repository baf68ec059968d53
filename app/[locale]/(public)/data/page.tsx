import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { DatasetData } from "@/app/i18n/site-data";
import { DatasetTable } from "@/components/layout/dataset-table";
import { PageTitle } from "@/components/layout/page-title";
import { NATIONS } from "@/domain/areas/area";
import { listPath } from "@/domain/pages/list-path";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { loadDatasets } from "@/server/pages/load-datasets";

type Props = { params: Promise<{ locale: string }> };

export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations("about.data");
  return pageMetadata(locale, "/data", { title: t("title"), description: t("metaDescription") });
}

export default async function DataPage({ params }: Props) {
  await pageLocale(params);
  const t = await getTranslations("about.data");
  const common = await getTranslations("common");
  return (
    <>
      <PageTitle intro={t("intro")}>{t("title")}</PageTitle>
      <DatasetData />
      <p className="max-w-line">{t("downloads")}</p>
      <ul className="mt-2 mb-6 flex flex-wrap gap-x-6">
        {NATIONS.map((nation) => (
          <li key={nation}>
            <a
              href={listPath(DEFAULT_DEFINITION, { kind: "nation", slug: nation })}
              download
              className="inline-block py-1.5"
            >
              {t("downloadNation", { nation: common(`nation.${nation}`) })}
            </a>
          </li>
        ))}
      </ul>
      <p>
        {t("api")} <a href="/api/v1/postcodes/CA27HY">{t("apiPostcode")}</a>.{" "}
        <a href="/api/v1/areas/E14001152">{t("apiArea")}</a>.{" "}
        <a href="/api/v1/names?q=carlisle">{t("apiNames")}</a>.{" "}
        <a href="/api/v1/map/services.geojson?area=constituency/carlisle">{t("apiPins")}</a>.{" "}
        <a href="/api/v1/map/coverage.svg">{t("apiCoverage")}</a>.
      </p>
      <DatasetTable datasets={await loadDatasets()} />
    </>
  );
}
