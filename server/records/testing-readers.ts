import type { Db } from "@/db/client";
import { listCoverage } from "@/db/queries/coverage";
import { listNearbyServices } from "@/db/queries/nearby";
import { listPlacesToAnswer } from "@/db/queries/place-answers";
import { listProviders } from "@/db/queries/providers";
import { listPublicNames } from "@/db/queries/public-names";
import { findNewSlug } from "@/db/queries/redirects";
import { listServices } from "@/db/queries/services";
import { listPublicPaths } from "@/db/queries/sitemap";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { loadAreaPage } from "@/server/pages/load-area-page";
import { loadPlacePage } from "@/server/pages/load-place-page";
import { loadProviderPage } from "@/server/pages/load-provider-page";
import { loadRecordHistory } from "@/server/pages/load-record-history";
import { loadServicePage } from "@/server/pages/load-service-page";
import { loadServicesCsv } from "@/server/pages/load-services-csv";
import type { World } from "@/server/records/testing-world";

const CSV = {
  origin: "",
  words: { category: () => "", runBy: () => "", kind: () => "", status: () => "" },
};

/**
 * For tests: all that the public can read of a world, by every loader of a page and every query behind the map, the look-up
 * box, the sitemap, the API and the counts, as one text.
 */
export async function everythingPublic(
  db: Db,
  { area, slugs }: World,
  { isWithoutHistory = false } = {},
): Promise<string> {
  const pages = [];
  for (const slug of slugs.services) pages.push(await loadServicePage(slug, db));
  for (const slug of slugs.places) pages.push(await loadPlacePage(slug, DEFAULT_DEFINITION, db));
  for (const slug of slugs.providers) pages.push(await loadProviderPage(slug, DEFAULT_DEFINITION, db));
  const histories = [];
  if (!isWithoutHistory) {
    for (const slug of slugs.services) histories.push(await loadRecordHistory("service", slug, db));
    for (const slug of slugs.places) histories.push(await loadRecordHistory("place", slug, db));
    for (const slug of slugs.providers) histories.push(await loadRecordHistory("provider", slug, db));
  }
  const read = [
    pages,
    histories,
    await loadAreaPage(area.kind, area.slug, DEFAULT_DEFINITION, db),
    await loadServicesCsv(area, DEFAULT_DEFINITION, CSV, db),
    await Promise.all(
      slugs.providers.map((provider) => loadServicesCsv({ provider }, DEFAULT_DEFINITION, CSV, db)),
    ),
    await listServices(db),
    await listProviders(db),
    (await listPublicNames(db)).sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    await listPublicPaths(db),
    await listNearbyServices(db, { lon: -2.9578, lat: 54.8965 }, { within: 5_000, limit: 100 }),
    await listPlacesToAnswer(db, slugs.places),
    await listCoverage(db, ["constituency"], DEFAULT_DEFINITION),
    await Promise.all(slugs.services.map((slug) => findNewSlug(db, "service", slug))),
  ];
  return JSON.stringify(read, (key, value: unknown) => {
    if (value instanceof Map) return [...value].sort(([a], [b]) => (a < b ? -1 : 1));
    return isWithoutHistory && key === "changes" ? undefined : value;
  });
}
