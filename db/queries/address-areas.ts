import { asc, eq, inArray, not, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isCurrentArea } from "@/db/queries/current-areas";
import { areas } from "@/db/schema/areas";
import { addressAreas, placeAddresses, places } from "@/db/schema/places";
import { serviceAreas, services } from "@/db/schema/services";
import type { AddressValue } from "@/domain/claims/claim";

/** An address of a place, whatever its visibility, with the ids of the areas it is assigned to, sorted. */
export type AssignedAddress = { id: string; place: string; address: AddressValue; areaIds: string[] };

/** Every address there is, by place and key. For assigning areas only: nothing of it is shown. */
export async function listAssignedAddresses(db: Db): Promise<AssignedAddress[]> {
  const { key, lines, town, postcode, lon, lat, precision } = placeAddresses;
  const assigned = sql<string[]>`coalesce(
    array_agg(${addressAreas.areaId} order by ${addressAreas.areaId}) filter (where ${addressAreas.areaId} is not null), '{}')`;
  return db
    .select({
      id: placeAddresses.id,
      place: places.name,
      address: { key, lines, town, postcode, lon, lat, precision },
      areaIds: assigned,
    })
    .from(placeAddresses)
    .innerJoin(places, eq(places.id, placeAddresses.placeId))
    .leftJoin(addressAreas, eq(addressAreas.addressId, placeAddresses.id))
    .groupBy(placeAddresses.id, places.name)
    .orderBy(asc(places.name), asc(placeAddresses.key));
}

export async function replaceAreasOfAddress(
  db: Db,
  addressId: string,
  areaIds: readonly string[],
): Promise<void> {
  await db.delete(addressAreas).where(eq(addressAreas.addressId, addressId));
  if (areaIds.length > 0)
    await db.insert(addressAreas).values(areaIds.map((areaId) => ({ addressId, areaId })));
}

/** English names of areas, ended ones among them, by id. */
export async function findAreaNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: areas.id, name: areas.nameEn })
    .from(areas)
    .where(inArray(areas.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Services that serve an area which exists no more: which of its successors they serve only a source can say. */
export async function listServicesOfEndedAreas(db: Db): Promise<{ service: string; area: string }[]> {
  return db
    .select({ service: services.name, area: areas.nameEn })
    .from(serviceAreas)
    .innerJoin(services, eq(services.id, serviceAreas.serviceId))
    .innerJoin(areas, eq(areas.id, serviceAreas.areaId))
    .where(not(isCurrentArea()))
    .orderBy(asc(services.name), asc(areas.nameEn));
}
