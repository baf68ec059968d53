import { and, asc, eq, inArray, isNotNull, notExists, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { places } from "@/db/schema/places";
import { reportRevisions, reports } from "@/db/schema/reports";

/** Of these places the GP practices that no waiting report is about, by name. */
export async function findPracticesToAsk(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; name: string; slug: string }[]> {
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
    .select({ id: places.id, name: places.name, slug: places.slug })
    .from(places)
    .where(and(inArray(places.id, [...ids]), eq(places.kind, "gp-practice"), notExists(waiting)))
    .orderBy(asc(places.name), asc(places.id));
}
