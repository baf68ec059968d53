import { gte, isNull, or, type SQL, sql } from "drizzle-orm";
import { areas } from "@/db/schema/areas";

/** The area exists today, by the calendar of the United Kingdom: it has no last day, or one that is not over. */
export function isCurrentArea(): SQL {
  const today = sql`(now() at time zone 'Europe/London')::date`;
  return or(isNull(areas.validTo), gte(areas.validTo, today)) as SQL;
}
