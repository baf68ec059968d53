import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { countingTitle } from "@/app/i18n/counting-title";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { StructuredPage } from "@/app/i18n/structured-data";
import { CountingLine } from "@/components/counting/counting-line";
import { KeepsQuery } from "@/components/map/live/keeps-query";
import { MapView } from "@/components/map/live/map-view";
import { MapCredit } from "@/components/map/map-credit";
import { MapLegend } from "@/components/map/map-legend";
import { countingPath } from "@/domain/figures/counting-path";
import { localPath } from "@/domain/language/locale";
import { passesForPostcode } from "@/domain/look-up/near-postcode";
import { changeMapAddress, readMapAddress, writeMapAddress } from "@/domain/map/map-address";
import { POSTCODE_NOTICE } from "@/domain/map/postcode-notice";
import { loadMapPage } from "@/server/pages/load-map-page";
import { findAreas } from "@/server/search/find-areas";
import { queryOf, type SearchParams } from "./query-of";
import { useMapView } from "./use-map-view";

type Props = {
  params: Promise<{ locale: string; definition?: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations("map.page");
  const title = await countingTitle(t("pageTitle"));
  const metadata = await pageMetadata(locale, "/map", { title, description: t("description") });
  // Every view is a link; search engines keep the one without a choice.
  const { size } = new URLSearchParams(queryOf(await searchParams));
  return size === 0 ? metadata : { ...metadata, robots: { index: false } };
}

/** The whole map: filters, a list by the page, and with scripts the map itself. Every view of it is an address. */
export default async function MapPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const definition = await pageDefinition(params);
  const { [POSTCODE_NOTICE.key]: refused, ...choices } = await searchParams;
  const asked = queryOf(choices);
  const path = localPath(locale, countingPath(definition, "/map"));
  const read = readMapAddress(asked);
  // A postcode is never looked for by name: `mapRedirects` sends it away before this page is asked.
  const named = (typed: string | null) => (passesForPostcode(typed ?? "") ? null : typed);
  const address = { ...read, q: named(read.q), where: named(read.where) };
  const holdsPostcode = address.q !== read.q || address.where !== read.where;
  const hasPostcode = holdsPostcode || refused === POSTCODE_NOTICE.value;
  const canonical = writeMapAddress(address);
  if (!hasPostcode && asked !== "" && canonical !== asked) redirect(path + canonical);
  const { one } = findAreas(address.where ?? "");
  if (one) redirect(path + writeMapAddress(changeMapAddress(address, { area: one })));
  const page = await loadMapPage(address, definition);
  if (page.newProvider) redirect(path + writeMapAddress({ ...address, provider: page.newProvider }));
  const t = await getTranslations("map.page");
  return (
    <>
      <StructuredPage locale={locale} path="/map" name={t("pageTitle")} />
      <MapPageBody
        address={address}
        definition={definition}
        path={path}
        page={page}
        hasPostcode={hasPostcode}
      />
    </>
  );
}

type BodyProps = Parameters<typeof useMapView>[0] & { hasPostcode: boolean };

function MapPageBody({ hasPostcode, ...asked }: BodyProps) {
  const { t, view, legend } = useMapView(asked);
  const { address, definition, page } = asked;
  return (
    <>
      <h1 className="text-2xl">{t("heading")}</h1>
      {hasPostcode ? <p role="alert">{t("postcode")}</p> : null}
      <MapView {...view} />
      <p className="mt-3 text-base">
        {t("remainder", { pins: page.pins, rest: page.withoutPin })}{" "}
        {t("states", { all: page.pins + page.withoutPin, ...page.states })}
      </p>
      <KeepsQuery>
        <CountingLine
          definition={definition}
          path={`/map${writeMapAddress({ ...address, page: 1 })}`}
          leftOut={page.leftOut}
          unknown={page.unknown}
        />
      </KeepsQuery>
      <MapLegend strings={legend} />
      <p className="service-map-credit">
        <MapCredit />
      </p>
    </>
  );
}
