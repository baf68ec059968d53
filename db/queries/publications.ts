import { count, desc, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { publications } from "@/db/schema/sources";
import { fewTouched, type Touches } from "@/domain/records/touched";

/**
 * Raises the publication number and tells every listening server when this transaction commits.
 * @param touches what was written, where nothing else is another for it: servers then read these records again and no others (docs/decisions/0111)
 */
export async function publish(
  db: Db,
  actorId: string,
  reason: string,
  touches: Touches | null = null,
): Promise<number> {
  const [row] = await db
    .insert(publications)
    .values({ actorId, reason, touches: fewTouched(touches) })
    .returning({ number: publications.number });
  if (!row) throw new Error("no publication number");
  await db.execute(sql`select pg_notify('published', ${String(row.number)})`);
  return row.number;
}

/** The newest publication number; 0 before the first. */
export async function findPublicationNumber(db: Db): Promise<number> {
  const [row] = await db
    .select({ number: publications.number })
    .from(publications)
    .orderBy(desc(publications.number))
    .limit(1);
  return row?.number ?? 0;
}

/** How often anything was published: unlike the newest number it tells too when a slower one has committed last. */
export async function countPublications(db: Db): Promise<number> {
  const [row] = await db.select({ total: count() }).from(publications);
  return row?.total ?? 0;
}
