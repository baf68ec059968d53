import { aliasedTable, and, eq, exists, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isNamed } from "@/db/queries/visible";
import { places } from "@/db/schema/places";
import { services } from "@/db/schema/services";

const asWritten = aliasedTable(places, "named_place_as_written");
const place = aliasedTable(places, "named_place");

/**
 * For a query of `services`: the service has no place, or its place (a merged one's target) may have a name. A
 * service's own name mostly says where it is.
 */
export function placeIsNamed(db: Db): SQL | undefined {
  return or(
    isNull(services.placeId),
    exists(
      db
        .select({ one: sql`1` })
        .from(asWritten)
        .innerJoin(place, sql`${place.id} = coalesce(${asWritten.mergedInto}, ${asWritten.id})`)
        .where(and(eq(asWritten.id, services.placeId), isNamed(place.visibility))),
    ),
  );
}
