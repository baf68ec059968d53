import { and, asc, eq, inArray, isNull, not } from "drizzle-orm";
import type { Db } from "@/db/client";
import { placeNamesHiddenProvider } from "@/db/queries/given-away";
import { isNamed } from "@/db/queries/visible";
import { placeAddresses, placeIdentifiers, places } from "@/db/schema/places";

/** Public clinics that are known by their town only, all or those of these ids, a row for each of their codes, by name. */
export async function listClinicsByTown(db: Db, ids?: readonly string[]) {
  return db
    .select({
      id: places.id,
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
        ids && inArray(places.id, [...ids]),
        eq(placeAddresses.precision, "town"),
        isNull(places.mergedInto),
        isNamed(places.visibility),
        not(placeNamesHiddenProvider(db, places.id)),
      ),
    )
    .orderBy(asc(places.name), asc(placeIdentifiers.code));
}
