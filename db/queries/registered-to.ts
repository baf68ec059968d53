import { and, asc, eq, exists, isNull, ne, not, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { placeNamesHiddenProvider } from "@/db/queries/given-away";
import { hasOpenEntry } from "@/db/queries/open-entry";
import { isNamed, isShown } from "@/db/queries/visible";
import { withholdings } from "@/db/schema/brake";
import { placeAddresses, placeRegistrations, places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
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

/** Somebody took the service off the site: another one in its place would bring it back. */
const isTakenOff = (db: Db) =>
  exists(
    db
      .select({ id: withholdings.recordId })
      .from(withholdings)
      .where(and(eq(withholdings.recordId, services.id), isNull(withholdings.restoredAt))),
  );

export type UncountedPractice = {
  id: string;
  name: string;
  addressKey: string;
  since: string;
  locationId: string;
};

/**
 * The practices that a register lists today and that are registered to an organisation beyond doubt, where no service of general practice
 * is shown yet, nor was taken off the site; by name. Merges are followed on both sides.
 */
export async function listUncountedPractices(db: Db, providerId: string): Promise<UncountedPractice[]> {
  const { locationId, since, endedOn, isLatest, doubts } = placeRegistrations;
  return db
    .select({
      id: places.id,
      name: places.name,
      addressKey: placeAddresses.key,
      since,
      locationId,
    })
    .from(placeRegistrations)
    .innerJoin(providers, eq(providers.id, placeRegistrations.providerId))
    .innerJoin(written, eq(written.id, placeRegistrations.placeId))
    .innerJoin(places, sql`${places.id} = coalesce(${written.mergedInto}, ${written.id})`)
    .innerJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), placeAddresses.isMain))
    .where(
      and(
        eq(sql`coalesce(${providers.mergedInto}, ${providers.id})`, providerId),
        isLatest,
        isNull(endedOn),
        sql`cardinality(${doubts}) = 0`,
        eq(places.kind, "gp-practice"),
        hasOpenEntry(),
        isShown(places.visibility),
        notExists(
          db
            .select({ id: services.id })
            .from(services)
            .where(
              and(
                eq(services.placeId, places.id),
                eq(services.category, "gp-practice"),
                ne(services.status, "ended"),
                isNull(services.mergedInto),
                or(isShown(services.visibility), isTakenOff(db)),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(places.name), asc(locationId));
}
