import { and, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** After one moment, up to another. */
export type Between = { since: Date; until: Date };

/** Whether a moment lies between; everything does where nobody asks. */
export function isBetween(at: PgColumn | SQL, between: Between | undefined): SQL | undefined {
  if (!between) return undefined;
  const [from, to] = [between.since.toISOString(), between.until.toISOString()];
  return and(sql`${at} > ${from}::timestamptz`, sql`${at} <= ${to}::timestamptz`);
}
