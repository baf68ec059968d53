import { and, asc, eq, isNull, not } from "drizzle-orm";
import type { Db } from "@/db/client";
import { placeNamesHiddenProvider } from "@/db/queries/given-away";
import { isNamed } from "@/db/queries/visible";
import { placeAddresses, placeIdentifiers, places } from "@/db/schema/places";

/** Public clinics that are known by their town only, a row for each of their codes, by name. */
export async function listClinicsByTown(db: Db) {
  return db
    .select({
      slug: places.slug,
      name: places.name,
      nameCy: places.nameCy,
      town: placeAddresses.town,
      code: placeIdentifiers.code,
    })
    .from(places)
    .innerJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), eq(placeAddresses.isMain, true)))
    .leftJoin(placeIdentifiers, eq(placeIdentifiers.placeId, places.id))
    .where(
      and(
        eq(places.kind, "clinic"),
        eq(placeAddresses.precision, "town"),
        isNull(places.mergedInto),
        isNamed(places.visibility),
        not(placeNamesHiddenProvider(db, places.id)),
      ),
    )
    .orderBy(asc(places.name), asc(placeIdentifiers.code));
}
