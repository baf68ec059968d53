import { and, asc, countDistinct, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { alias, union } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { isCurrentArea } from "@/db/queries/current-areas";
import { areas } from "@/db/schema/areas";
import { addressAreas, placeAddresses } from "@/db/schema/places";
import { serviceAreas, services } from "@/db/schema/services";
import type { AreaKind } from "@/domain/areas/area";
import type { AreasOfServices } from "@/domain/pages/place-page";

/** In which areas of these kinds the services are, by their address or (without one) by what they serve; most first. */
export async function countByArea(
  db: Db,
  serviceIds: readonly string[],
  kinds: readonly AreaKind[],
): Promise<AreasOfServices> {
  if (serviceIds.length === 0) return { areas: [], held: 0 };
  const lying = lyingIn(db, serviceIds);
  const part = alias(areas, "part");
  // What lies in any part of a nation, or serves one, is in the nation (as `listServicesInArea` has it).
  const isAsked = and(
    inArray(areas.kind, [...kinds]),
    or(eq(areas.id, part.id), and(eq(areas.kind, "nation"), eq(areas.nation, part.nation), isCurrentArea())),
  );
  const held = countDistinct(lying.serviceId);
  const [rows, [any]] = await Promise.all([
    db
      .select({
        kind: areas.kind,
        slug: areas.slug,
        name: areas.nameEn,
        nameCy: areas.nameCy,
        services: held,
      })
      .from(lying)
      .innerJoin(part, eq(part.id, lying.areaId))
      .innerJoin(areas, isAsked)
      .groupBy(areas.id)
      .orderBy(desc(held), asc(areas.nameEn)),
    db.select({ held }).from(lying).innerJoin(part, eq(part.id, lying.areaId)).innerJoin(areas, isAsked),
  ]);
  return { areas: rows, held: any?.held ?? 0 };
}

/** Which of these services is in which area of a kind. */
export async function listAreasByService(
  db: Db,
  serviceIds: readonly string[],
  kind: AreaKind,
): Promise<{ serviceId: string; areaId: string }[]> {
  if (serviceIds.length === 0) return [];
  const lying = lyingIn(db, serviceIds);
  return db
    .selectDistinct({ serviceId: lying.serviceId, areaId: lying.areaId })
    .from(lying)
    .innerJoin(areas, eq(areas.id, lying.areaId))
    .where(eq(areas.kind, kind));
}

/** A service with the areas that it is in: those of its address, and those that it serves. */
function lyingIn(db: Db, serviceIds: readonly string[]) {
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
    .where(anyOf(services.id, serviceIds));
  const byWhatItServes = db
    .select({ serviceId: serviceAreas.serviceId, areaId: serviceAreas.areaId })
    .from(serviceAreas)
    .where(anyOf(serviceAreas.serviceId, serviceIds));
  return union(byAddress, byWhatItServes).as("lying");
}
