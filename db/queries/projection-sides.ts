import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { addressAreas, placeAddresses, placeIdentifiers, placeRegistrations } from "@/db/schema/places";
import { serviceAreas, serviceContracts } from "@/db/schema/services";
import type { AddressValue } from "@/domain/claims/claim";
import type { PlaceIdentifier, PlaceRegistration } from "@/domain/claims/projection";

/** The rows beside records that project their many-valued claims, as they stand: each by the id of its record. */

/** An address with the ids of the areas it lies in, sorted. */
export type PlacedAddress = { address: AddressValue; areaIds: string[] };
export type SidesOfService = { areaIds: string[]; contractIds: string[] };

export async function findServiceSides(
  db: Db,
  serviceIds: readonly string[],
): Promise<Map<string, SidesOfService>> {
  const areaRows = await db
    .select({ service: serviceAreas.serviceId, id: serviceAreas.areaId })
    .from(serviceAreas)
    .where(anyOf(serviceAreas.serviceId, serviceIds));
  const contractRows = await db
    .select({ service: serviceContracts.serviceId, id: serviceContracts.contractId })
    .from(serviceContracts)
    .where(anyOf(serviceContracts.serviceId, serviceIds));
  const sides = new Map(serviceIds.map((id): [string, SidesOfService] => [id, emptySides()]));
  for (const { service, id } of areaRows) sides.get(service)?.areaIds.push(id);
  for (const { service, id } of contractRows) sides.get(service)?.contractIds.push(id);
  return sides;
}

const emptySides = (): SidesOfService => ({ areaIds: [], contractIds: [] });

export async function findIdentifiersOf(
  db: Db,
  placeIds: readonly string[],
): Promise<Map<string, PlaceIdentifier[]>> {
  const { placeId, scheme, code, validFrom: from, validTo: to, isListed } = placeIdentifiers;
  const rows = await db
    .select({ placeId, scheme, code, from, to, isListed })
    .from(placeIdentifiers)
    .where(anyOf(placeId, placeIds));
  return byPlace(placeIds, rows);
}

export async function findRegistrationsOf(
  db: Db,
  placeIds: readonly string[],
): Promise<Map<string, PlaceRegistration[]>> {
  const rows = await db.select().from(placeRegistrations).where(anyOf(placeRegistrations.placeId, placeIds));
  return byPlace(placeIds, rows);
}

export async function findAddressesOf(
  db: Db,
  placeIds: readonly string[],
): Promise<Map<string, PlacedAddress[]>> {
  const { placeId, key, lines, town, postcode, lon, lat, precision } = placeAddresses;
  const rows = await db
    .select({
      placeId,
      address: { key, lines, town, postcode, lon, lat, precision },
      areaIds: sql<
        string[]
      >`coalesce(array_agg(${addressAreas.areaId}) filter (where ${addressAreas.areaId} is not null), '{}')`,
    })
    .from(placeAddresses)
    .leftJoin(addressAreas, eq(addressAreas.addressId, placeAddresses.id))
    .where(anyOf(placeId, placeIds))
    .groupBy(placeAddresses.id)
    .orderBy(asc(placeAddresses.key));
  return byPlace(
    placeIds,
    rows.map((row) => ({ ...row, areaIds: [...row.areaIds].sort() })),
  );
}

function byPlace<Row extends { placeId: string }>(
  placeIds: readonly string[],
  rows: readonly Row[],
): Map<string, Omit<Row, "placeId">[]> {
  const grouped = new Map(placeIds.map((id): [string, Omit<Row, "placeId">[]] => [id, []]));
  for (const { placeId, ...row } of rows) grouped.get(placeId)?.push(row);
  return grouped;
}
