import { and, count, eq, exists, inArray, like, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isCounted } from "@/db/queries/claims";
import { places } from "@/db/schema/places";
import { batches, claims, sources } from "@/db/schema/sources";

/**
 * Dates of the editions of a register that a fact in force comes from: partial ISO dates, in no order.
 * @param register the beginning of the keys of its sources, and the id of the one that the project ships.
 */
export async function findEditionsInForce(
  db: Db,
  { prefix, shippedId }: { prefix: string; shippedId: string },
): Promise<string[]> {
  const cited = db
    .select({ one: sql`1` })
    .from(claims)
    .where(and(eq(claims.sourceId, sources.id), isCounted(db)));
  const rows = await db
    .select({ edition: sources.publishedOn })
    .from(sources)
    .where(and(or(like(sources.sourceKey, `${prefix}%`), eq(sources.id, shippedId)), exists(cited)));
  return rows.flatMap(({ edition }) => edition ?? []);
}

/** How many places a register brought that are still here. */
export async function countPlacesOfRegister(db: Db, prefix: string): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(places)
    .where(like(places.sourceKey, `${prefix}%`));
  return row?.total ?? 0;
}

/** How many imports wait for a second person who did not bring them. */
export async function countWaitingImports(db: Db, actorId: string): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(batches)
    .where(and(inArray(batches.state, ["submitted"]), sql`${batches.importedBy} <> ${actorId}`));
  return row?.total ?? 0;
}
