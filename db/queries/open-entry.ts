import { type SQL, sql } from "drizzle-orm";
import { isRegisterEntry } from "@/db/queries/register-entry";
import { placeIdentifiers, places } from "@/db/schema/places";

const TODAY = sql`(now() at time zone 'Europe/London')::date`;

/**
 * Not of a branch: it is one of its practice's addresses, and lists no practice. Not a code that no register gives either: a
 * list, a report and the waiting times say nothing of what a register has.
 */
const isOpen = sql`entry.scheme <> 'ods-branch' and entry.is_listed
  and (entry.valid_to is null or entry.valid_to >= ${TODAY}) and ${isRegisterEntry("entry")}`;

/**
 * A register lists the place today: one of its entries, or of a place that was merged into it, has not ended, and its
 * register has not stopped listing it. For a query of `places`, whose name is written out: drizzle leaves it off in a query
 * of one table. Two conditions and not one over all that stand for a place: a database that has no statistics yet took
 * four seconds for that.
 */
export function hasOpenEntry(): SQL<boolean> {
  return sql<boolean>`(
    exists (select 1 from ${placeIdentifiers} entry where entry.place_id = "places"."id" and ${isOpen})
    or "places"."id" in (select twin.merged_into from ${places} twin
      join ${placeIdentifiers} entry on entry.place_id = twin.id
      where twin.merged_into is not null and ${isOpen}))`;
}
