import { and, asc, eq, not, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { placeNamesHiddenProvider } from "@/db/queries/given-away";
import { hasOpenEntry } from "@/db/queries/open-entry";
import { isNamed } from "@/db/queries/visible";
import { placeAddresses, placeRegistrations, places } from "@/db/schema/places";
import type { DoubtedPractice } from "@/domain/registrations/doubted-practices";

/** Practices that a register lists today and whose latest registration is in doubt, by name. */
export async function listDoubtedPractices(db: Db): Promise<DoubtedPractice[]> {
  return db
    .select({
      slug: places.slug,
      name: places.name,
      nameCy: places.nameCy,
      town: placeAddresses.town,
      doubts: placeRegistrations.doubts,
    })
    .from(placeRegistrations)
    .innerJoin(places, eq(places.id, placeRegistrations.placeId))
    .innerJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), placeAddresses.isMain))
    .where(
      and(
        placeRegistrations.isLatest,
        sql`cardinality(${placeRegistrations.doubts}) > 0`,
        eq(places.kind, "gp-practice"),
        isNamed(places.visibility),
        not(placeNamesHiddenProvider(db, places.id)),
        hasOpenEntry(),
      ),
    )
    .orderBy(asc(places.name), asc(places.slug));
}
