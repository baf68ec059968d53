import { and, asc, eq, ne, not } from "drizzle-orm";
import type { Db } from "@/db/client";
import { placeNamesHiddenProvider } from "@/db/queries/given-away";
import { isNamed } from "@/db/queries/visible";
import { placeAddresses, places } from "@/db/schema/places";
import type { PlaceAtPostcode } from "@/domain/pages/place-page";

/** Other places that may have a page and whose main address has this postcode, by name. */
export async function listPlacesAtPostcode(
  db: Db,
  postcode: string,
  placeId: string,
): Promise<PlaceAtPostcode[]> {
  if (postcode === "") return [];
  const { slug, name, nameCy, kind } = places;
  return db
    .select({ slug, name, nameCy, kind })
    .from(places)
    .innerJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), eq(placeAddresses.isMain, true)))
    .where(
      and(
        eq(placeAddresses.postcode, postcode),
        ne(places.id, placeId),
        isNamed(places.visibility),
        not(placeNamesHiddenProvider(db, places.id)),
      ),
    )
    .orderBy(asc(places.name), asc(places.slug));
}
