import { and, asc, eq, inArray, isNotNull, notExists, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { placeAddresses, places } from "@/db/schema/places";
import { reportRevisions, reports } from "@/db/schema/reports";
import type { PlaceKind } from "@/domain/places/place";

/** Of these places those that no waiting report is about, by name. */
export async function findPlacesToAsk(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; name: string; kind: PlaceKind; town: string; postcode: string }[]> {
  if (ids.length === 0) return [];
  const waiting = db
    .select({ one: sql`1` })
    .from(reports)
    .innerJoin(
      reportRevisions,
      and(eq(reportRevisions.reportId, reports.id), eq(reportRevisions.number, reports.revision)),
    )
    .where(and(isNotNull(reports.lane), sql`${reportRevisions.proposal} ->> 'placeId' = ${places.id}::text`));
  return db
    .select({
      id: places.id,
      name: places.name,
      kind: places.kind,
      town: placeAddresses.town,
      postcode: placeAddresses.postcode,
    })
    .from(places)
    .innerJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), placeAddresses.isMain))
    .where(and(inArray(places.id, [...ids]), notExists(waiting)))
    .orderBy(asc(places.name), asc(places.id));
}
