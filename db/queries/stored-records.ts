import { and, eq, inArray, isNull, not, notInArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { wentWithItsImport } from "@/db/queries/imports-known";
import { placeAddresses, placeIdentifiers, places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import type { ServiceCategory } from "@/domain/services/category";

/** Records that were erased or merged away are not what an import adds to. */
const GONE = ["merged", "erased"] as const;

const standing = and(
  isNull(places.mergedInto),
  notInArray(places.visibility, [...GONE]),
  not(wentWithItsImport(places)),
);

/** `sourceKey` tells what brought the place; null where a report or a list did. */
export type PlaceAtAddress = { placeId: string; addressKey: string; sourceKey: string | null };

/** Places that bear one of these codes, of whatever scheme, with the key of their main address. */
export async function findPlacesByCode(
  db: Db,
  codes: readonly string[],
): Promise<(PlaceAtAddress & { code: string })[]> {
  if (codes.length === 0) return [];
  return db
    .selectDistinct({
      code: placeIdentifiers.code,
      placeId: places.id,
      addressKey: placeAddresses.key,
      sourceKey: places.sourceKey,
    })
    .from(placeIdentifiers)
    .innerJoin(places, eq(places.id, placeIdentifiers.placeId))
    .innerJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), placeAddresses.isMain))
    .where(and(inArray(placeIdentifiers.code, [...codes]), standing));
}

/** Places of these names, whatever the case, with the town of their main address. */
export async function findPlacesByName(
  db: Db,
  names: readonly string[],
): Promise<(PlaceAtAddress & { name: string; town: string })[]> {
  if (names.length === 0) return [];
  const lowered = names.map((name) => name.toLowerCase());
  return db
    .select({
      name: places.name,
      town: placeAddresses.town,
      placeId: places.id,
      addressKey: placeAddresses.key,
      sourceKey: places.sourceKey,
    })
    .from(places)
    .innerJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), placeAddresses.isMain))
    .where(and(inArray(sql`lower(${places.name})`, lowered), standing));
}

/** Organisations of these names, whatever the case. */
export async function findProvidersByName(
  db: Db,
  names: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (names.length === 0) return [];
  const lowered = names.map((name) => name.toLowerCase());
  return db
    .select({ id: providers.id, name: providers.name })
    .from(providers)
    .where(
      and(
        inArray(sql`lower(${providers.name})`, lowered),
        isNull(providers.mergedInto),
        notInArray(providers.visibility, [...GONE]),
        not(wentWithItsImport(providers)),
      ),
    );
}

/** Services at these places that have not ended, with what tells twins: place, category and provider. */
export async function findServicesAtPlaces(
  db: Db,
  placeIds: readonly string[],
): Promise<
  {
    id: string;
    placeId: string | null;
    category: ServiceCategory;
    providerId: string | null;
    sourceKey: string | null;
  }[]
> {
  if (placeIds.length === 0) return [];
  return db
    .select({
      id: services.id,
      placeId: services.placeId,
      category: services.category,
      providerId: services.providerId,
      sourceKey: services.sourceKey,
    })
    .from(services)
    .where(
      and(
        inArray(services.placeId, [...placeIds]),
        isNull(services.mergedInto),
        notInArray(services.visibility, [...GONE]),
        not(wentWithItsImport(services)),
        notInArray(services.status, ["ended"]),
      ),
    );
}
