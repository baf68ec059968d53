import { and, asc, eq, not, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { placeNamesHiddenProvider } from "@/db/queries/given-away";
import { isNamed } from "@/db/queries/visible";
import { placeAddresses, placeRegistrations, places, providers } from "@/db/schema/places";
import type { RegisteredPractice } from "@/domain/registrations/registered";

const written = alias(places, "registered_at_as_written");

/** The practices at which organisations are or were registered, those of today first; merges are followed on both sides. */
export async function listRegisteredTo(
  db: Db,
  providerIds: readonly string[],
): Promise<RegisteredPractice[]> {
  const { locationId, since, registeredOn, endedOn, isLatest, doubts, confirmedOn } = placeRegistrations;
  return db
    .select({
      place: { slug: places.slug, name: places.name, nameCy: places.nameCy },
      town: placeAddresses.town,
      locationId,
      since,
      registeredOn,
      endedOn,
      isLatest,
      doubts,
      confirmedOn,
    })
    .from(placeRegistrations)
    .innerJoin(providers, eq(providers.id, placeRegistrations.providerId))
    .innerJoin(written, eq(written.id, placeRegistrations.placeId))
    .innerJoin(places, sql`${places.id} = coalesce(${written.mergedInto}, ${written.id})`)
    .innerJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), placeAddresses.isMain))
    .where(
      and(
        anyOf(sql`coalesce(${providers.mergedInto}, ${providers.id})`, providerIds),
        isNamed(places.visibility),
        not(placeNamesHiddenProvider(db, places.id)),
      ),
    )
    .orderBy(sql`${isLatest} desc`, asc(places.name), asc(locationId));
}
