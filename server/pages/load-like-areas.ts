import { type Db, getDb } from "@/db/client";
import { countByArea, listAreasByService } from "@/db/queries/bodies-of-services";
import { listCoverage } from "@/db/queries/coverage";
import type { AreaKind } from "@/domain/areas/area";
import { coverageOf, openOf } from "@/domain/areas/coverage";
import { type Like, type LikeOrder, orderLikeAreas } from "@/domain/figures/compare-services";
import { mainRunners } from "@/domain/figures/main-runners";
import type { ServiceRow } from "@/domain/figures/service-row";
import { unknownBeside } from "@/domain/figures/unknown-beside";
import type { LikeAreasData, LikeRow } from "@/domain/pages/comparison-page";
import { countsAs, type Definition } from "@/domain/providers/legal-form";
import { isRunning } from "@/domain/services/running";
import { allServices } from "@/server/pages/all-services";

/** What is known of every area of some kinds under a definition: services that run there, and its GP practices. */
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
    const { lines } = coverageOf(area.nation, found);
    const practices = lines.find(({ kind }) => kind === "gp-practice")?.counts;
    return {
      area,
      name: area.nameEn,
      services: services.get(`${area.kind}/${area.slug}`) ?? 0,
      practices: practices?.known ?? 0,
      outsourced: practices?.outsourced ?? 0,
      notKnown: practices ? openOf(practices) : 0,
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
  const held = await servicesByArea(kind, own);
  const withMain = like.map((row) => {
    const counted = (held.get(row.area.id) ?? []).filter((service) => countsAs(service.kind, definition));
    return { ...row, main: mainRunners(counted.map(({ provider }) => provider)) };
  });
  const inTheNation = new Set(like.flatMap(({ area }) => held.get(area.id) ?? []));
  const unknown = unknownBeside(inTheNation, definition);
  return { kind, nation, order, unknown, rows: orderLikeAreas(withMain, order) };
}

/** The services that run in each area of a kind, whoever runs them. */
async function servicesByArea(
  kind: AreaKind,
  own: Db | undefined,
): Promise<ReadonlyMap<string, ServiceRow[]>> {
  const running = new Map((await allServices(own)).filter(isRunning).map((service) => [service.id, service]));
  const byArea = new Map<string, ServiceRow[]>();
  for (const { serviceId, areaId } of await listAreasByService(own ?? getDb(), [...running.keys()], kind)) {
    const service = running.get(serviceId);
    if (service) byArea.set(areaId, [...(byArea.get(areaId) ?? []), service]);
  }
  return byArea;
}

async function countedServices(definition: Definition, own: Db | undefined): Promise<ServiceRow[]> {
  const all = await allServices(own);
  return all.filter((service) => isRunning(service) && countsAs(service.kind, definition));
}
