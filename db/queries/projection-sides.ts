import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addressAreas, placeAddresses, placeIdentifiers } from "@/db/schema/places";
import { serviceAreas, serviceContracts } from "@/db/schema/services";
import type { AddressValue } from "@/domain/claims/claim";
import type { PlaceIdentifier } from "@/domain/claims/projection";

/** The rows beside a record that project its many-valued claims, as they stand. */

/** An address with the ids of the areas it lies in, sorted. */
export type PlacedAddress = { address: AddressValue; areaIds: string[] };

export async function findServiceSides(
  db: Db,
  serviceId: string,
): Promise<{ areaIds: string[]; contractIds: string[] }> {
  const areaRows = await db
    .select({ id: serviceAreas.areaId })
    .from(serviceAreas)
    .where(eq(serviceAreas.serviceId, serviceId));
  const contractRows = await db
    .select({ id: serviceContracts.contractId })
    .from(serviceContracts)
    .where(eq(serviceContracts.serviceId, serviceId));
  return { areaIds: areaRows.map(({ id }) => id), contractIds: contractRows.map(({ id }) => id) };
}

export async function findIdentifiersOf(db: Db, placeId: string): Promise<PlaceIdentifier[]> {
  return db
    .select({
      scheme: placeIdentifiers.scheme,
      code: placeIdentifiers.code,
      from: placeIdentifiers.validFrom,
      to: placeIdentifiers.validTo,
    })
    .from(placeIdentifiers)
    .where(eq(placeIdentifiers.placeId, placeId));
}

export async function findAddressesOf(db: Db, placeId: string): Promise<PlacedAddress[]> {
  const { key, lines, town, postcode, lon, lat, precision } = placeAddresses;
  const rows = await db
    .select({
      address: { key, lines, town, postcode, lon, lat, precision },
      areaIds: sql<
        string[]
      >`coalesce(array_agg(${addressAreas.areaId}) filter (where ${addressAreas.areaId} is not null), '{}')`,
    })
    .from(placeAddresses)
    .leftJoin(addressAreas, eq(addressAreas.addressId, placeAddresses.id))
    .where(eq(placeAddresses.placeId, placeId))
    .groupBy(placeAddresses.id)
    .orderBy(asc(placeAddresses.key));
  return rows.map((row) => ({ ...row, areaIds: [...row.areaIds].sort() }));
}
