import { type Db, getDb } from "@/db/client";
import { countByArea, listAreasByService } from "@/db/queries/bodies-of-services";
import { listCoverage } from "@/db/queries/coverage";
import type { AreaKind } from "@/domain/areas/area";
import { coverageOf, openOf } from "@/domain/areas/coverage";
import { type Like, type LikeOrder, orderLikeAreas } from "@/domain/figures/compare-services";
import { mainRunners } from "@/domain/figures/main-runners";
import type { ServiceRow } from "@/domain/figures/service-row";
import type { LikeAreasData, LikeRow } from "@/domain/pages/comparison-page";
import { countsAs, type Definition } from "@/domain/providers/legal-form";
import { isRunning } from "@/domain/services/running";
import { allServices } from "@/server/pages/all-services";

/** What is known of every area of some kinds under a definition: services that run there, and places checked. */
export async function loadLikeRows(
  kinds: readonly AreaKind[],
  definition: Definition,
  own?: Db,
): Promise<LikeRow[]> {
  const db = own ?? getDb();
  const running = await countedServices(definition, own);
  const [covered, held] = await Promise.all([
    listCoverage(db, kinds, definition),
    countByArea(
      db,
      running.map(({ id }) => id),
      kinds,
    ),
  ]);
  const services = new Map(held.areas.map((area) => [`${area.kind}/${area.slug}`, area.services]));
  return covered.map(({ area, kinds: found }) => {
    const coverage = coverageOf(area.nation, found);
    return {
      area,
      name: area.nameEn,
      services: services.get(`${area.kind}/${area.slug}`) ?? 0,
      places: coverage.known,
      outsourced: coverage.outsourced,
      notKnown: openOf(coverage),
    };
  });
}

/** Areas of one kind in one nation, in an order. */
export async function loadLikeAreas(
  { kind, nation, order }: Like & { order: LikeOrder },
  definition: Definition,
  own?: Db,
): Promise<LikeAreasData> {
  const rows = await loadLikeRows([kind], definition, own);
  const like = rows.filter(({ area }) => area.nation === nation);
  const runners = await runnersByArea(kind, definition, own);
  const withMain = like.map((row) => ({ ...row, main: mainRunners(runners.get(row.area.id) ?? []) }));
  return { kind, nation, order, rows: orderLikeAreas(withMain, order) };
}

/** Who runs each service that counts, by area; null for one that names nobody. */
async function runnersByArea(
  kind: AreaKind,
  definition: Definition,
  own: Db | undefined,
): Promise<ReadonlyMap<string, ServiceRow["provider"][]>> {
  const running = await countedServices(definition, own);
  const providerOf = new Map(running.map(({ id, provider }) => [id, provider]));
  const byArea = new Map<string, ServiceRow["provider"][]>();
  for (const { serviceId, areaId } of await listAreasByService(
    own ?? getDb(),
    [...providerOf.keys()],
    kind,
  )) {
    const held = byArea.get(areaId) ?? [];
    held.push(providerOf.get(serviceId) ?? null);
    byArea.set(areaId, held);
  }
  return byArea;
}

async function countedServices(definition: Definition, own: Db | undefined): Promise<ServiceRow[]> {
  const all = await allServices(own);
  return all.filter((service) => isRunning(service) && countsAs(service.kind, definition));
}
