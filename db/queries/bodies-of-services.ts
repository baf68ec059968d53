import { and, asc, count, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { type PgColumn, union } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { areas } from "@/db/schema/areas";
import { addressAreas, placeAddresses } from "@/db/schema/places";
import { serviceAreas, services } from "@/db/schema/services";
import { HEALTH_BODY_KINDS } from "@/domain/areas/area";
import type { BodyOfServices } from "@/domain/pages/place-page";

/** One array parameter: a list of hundreds of them would be a parameter each. */
const oneOf = (column: PgColumn, ids: readonly string[]): SQL =>
  sql`${column} = any(${sql.param([...ids])}::uuid[])`;

/** In which health bodies' areas these services are, by their address or (without one) by what they serve; most first. */
export async function countByHealthBody(db: Db, serviceIds: readonly string[]): Promise<BodyOfServices[]> {
  if (serviceIds.length === 0) return [];
  const byAddress = db
    .select({ serviceId: services.id, areaId: addressAreas.areaId })
    .from(services)
    .innerJoin(
      placeAddresses,
      and(
        eq(placeAddresses.placeId, services.placeId),
        or(
          eq(placeAddresses.key, services.addressKey),
          and(isNull(services.addressKey), eq(placeAddresses.isMain, true)),
        ),
      ),
    )
    .innerJoin(addressAreas, eq(addressAreas.addressId, placeAddresses.id))
    .where(oneOf(services.id, serviceIds));
  const byWhatItServes = db
    .select({ serviceId: serviceAreas.serviceId, areaId: serviceAreas.areaId })
    .from(serviceAreas)
    .where(oneOf(serviceAreas.serviceId, serviceIds));
  const lying = union(byAddress, byWhatItServes).as("lying");
  const held = count();
  return db
    .select({
      kind: areas.kind,
      slug: areas.slug,
      name: areas.nameEn,
      nameCy: areas.nameCy,
      services: held,
    })
    .from(lying)
    .innerJoin(areas, eq(areas.id, lying.areaId))
    .where(inArray(areas.kind, [...HEALTH_BODY_KINDS]))
    .groupBy(areas.id)
    .orderBy(desc(held), asc(areas.nameEn));
}
