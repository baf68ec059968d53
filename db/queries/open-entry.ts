import { type SQL, sql } from "drizzle-orm";
import { placeIdentifiers, places } from "@/db/schema/places";

const TODAY = sql`(now() at time zone 'Europe/London')::date`;

/**
 * A register lists the place today: one of its entries, or of a place that was merged into it, has not ended, and its
 * register has not stopped listing it. A branch's entry lists no practice: it is one of its addresses. For a query of
 * `places`.
 */
export function hasOpenEntry(): SQL<boolean> {
  // Written out: drizzle leaves the table's name off in a query of one table.
  return sql<boolean>`"places"."id" in (
    select coalesce(as_written.merged_into, as_written.id)
    from ${placeIdentifiers} entry join ${places} as_written on as_written.id = entry.place_id
    where entry.scheme <> 'ods-branch' and entry.is_listed
    and (entry.valid_to is null or entry.valid_to >= ${TODAY}))`;
}
