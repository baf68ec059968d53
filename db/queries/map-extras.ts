import { and, eq, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { listRunnerPublishers, listRunnerSources } from "@/db/queries/runner-sources";
import { isNamed } from "@/db/queries/visible";
import { areas } from "@/db/schema/areas";
import { addressAreas, commissioners, placeAddresses, places } from "@/db/schema/places";
import { serviceAreas, services } from "@/db/schema/services";
import type { Nation } from "@/domain/areas/area";
import type { AreaName, MapExtras } from "@/domain/map/map-row";

const placeAsWritten = alias(places, "place_as_written");

/**
 * Who pays for each service, where its address lies, and who published what was last said of who runs it: by the id of
 * the service. What may be shown of a service at all says `listServices`; this is asked for those alone.
 * @param only the ids of some of them; null for all
 */
export async function listMapExtras(
  db: Db,
  only: readonly string[] | null = null,
): Promise<Map<string, MapExtras>> {
  if (only?.length === 0) return new Map();
  const lyingIn = db
    .select({ ids: sql<string[]>`array_agg(${addressAreas.areaId})` })
    .from(addressAreas)
    .where(eq(addressAreas.addressId, placeAddresses.id));
  const rows = await db
    .select({
      id: services.id,
      payer: { slug: commissioners.slug, name: commissioners.name },
      areaIds: sql<string[] | null>`(${lyingIn})`,
    })
    .from(services)
    .innerJoin(placeAsWritten, eq(placeAsWritten.id, services.placeId))
    .innerJoin(
      placeAddresses,
      and(
        eq(placeAddresses.placeId, placeAsWritten.id),
        or(
          eq(placeAddresses.key, services.addressKey),
          and(isNull(services.addressKey), eq(placeAddresses.isMain, true)),
        ),
      ),
    )
    .leftJoin(
      commissioners,
      and(eq(commissioners.id, services.commissionerId), isNamed(commissioners.visibility)),
    )
    .where(and(isNamed(services.visibility), only ? anyOf(services.id, only) : undefined));
  const known = await listAreas(db);
  const served = await listServedAreas(db, only);
  const runners = only ? await listRunnerSources(db, only) : await listRunnerPublishers(db);
  return new Map(
    rows.map(({ id, payer, areaIds }) => [
      id,
      {
        payer,
        areas: areasOf(known, areaIds ?? [], served.get(id) ?? []),
        publisher: runners.get(id)?.publisher ?? null,
        isWorkedOut: runners.get(id)?.isWorkedOut ?? false,
      },
    ]),
  );
}

type KnownArea = AreaName & { id: string; nation: Nation };

async function listAreas(db: Db): Promise<Map<string, KnownArea>> {
  const { id, kind, slug, nameEn, nameCy, nation } = areas;
  const rows = await db.select({ id, kind, slug, name: nameEn, nameCy, nation }).from(areas);
  return new Map(rows.map((area) => [area.id, area]));
}

/** Of services that a source places in an area by words, or that serve one: the areas' ids by the service's. */
async function listServedAreas(db: Db, only: readonly string[] | null): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ id: serviceAreas.serviceId, ids: sql<string[]>`array_agg(${serviceAreas.areaId})` })
    .from(serviceAreas)
    .where(only ? anyOf(serviceAreas.serviceId, only) : undefined)
    .groupBy(serviceAreas.serviceId);
  return new Map(rows.map(({ id, ids }) => [id, ids]));
}

/** As the page of an area has it (`isInArea` in db/queries/services.ts): where its address lies, what it serves, and the nation of that. */
function areasOf(
  known: ReadonlyMap<string, KnownArea>,
  lyingIn: readonly string[],
  serving: readonly string[],
) {
  const nations = new Set(serving.flatMap((id) => known.get(id)?.nation ?? []));
  const wholes = [...known.values()].filter(({ kind, nation }) => kind === "nation" && nations.has(nation));
  const ids = new Set([...lyingIn, ...serving, ...wholes.map(({ id }) => id)]);
  return [...ids].flatMap((id): AreaName[] => {
    const area = known.get(id);
    return area ? [{ kind: area.kind, slug: area.slug, name: area.name, nameCy: area.nameCy }] : [];
  });
}
