import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { hasOpenEntry } from "@/db/queries/open-entry";
import { isShown } from "@/db/queries/visible";
import { placeAddresses, placeIdentifiers, places } from "@/db/schema/places";

/**
 * GP practices with each of their codes, those that are open first: where registrations are kept. Of merged ones that which stands; none
 * that is off the site.
 */
export async function listPractices(
  db: Db,
): Promise<{ id: string; name: string; addressKey: string; isListed: boolean; code: string }[]> {
  const isOpen = sql`(${placeIdentifiers.validTo} is null and ${placeIdentifiers.isListed})`;
  return db
    .select({
      id: places.id,
      name: places.name,
      addressKey: placeAddresses.key,
      isListed: hasOpenEntry(),
      code: placeIdentifiers.code,
    })
    .from(places)
    .innerJoin(
      placeIdentifiers,
      and(eq(placeIdentifiers.placeId, places.id), eq(placeIdentifiers.scheme, "ods-organisation")),
    )
    .innerJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), placeAddresses.isMain))
    .where(and(eq(places.kind, "gp-practice"), isNull(places.mergedInto), isShown(places.visibility)))
    .orderBy(desc(isOpen), placeIdentifiers.code, places.id);
}
