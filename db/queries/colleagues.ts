import { and, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isActive } from "@/db/queries/campaigners";
import { campaigners } from "@/db/schema/campaigners";
import { handleOf } from "@/domain/reports/moderator-handle";
import { isUuid } from "@/domain/uuid";

/** What moderators are called among themselves. Never for authors or readers. */

/**
 * Of each of these ids the name that was chosen, else the handle; null for a job of ours.
 * @returns asked for one of the ids.
 */
export async function nameColleagues(
  db: Db,
  ids: Iterable<string | null | undefined>,
): Promise<(id: string | null | undefined) => string | null> {
  const wanted = [...new Set(ids)].filter((id) => isUuid(id));
  const rows =
    wanted.length === 0
      ? []
      : await db
          .select({ id: campaigners.id, called: campaigners.called })
          .from(campaigners)
          .where(and(inArray(campaigners.id, wanted), isNotNull(campaigners.called)));
  const called = new Map(rows.map((row) => [row.id, row.called]));
  return (id) => called.get(id ?? "") ?? handleOf(id);
}

/** The same of one handle, which is all that a refusal says; the handle where it is several people's. */
export async function nameOfHandle(db: Db, handle: string): Promise<string> {
  const rows = await db
    .select({ called: campaigners.called })
    .from(campaigners)
    .where(
      and(
        sql`right(${campaigners.id}::text, 4) = ${handle.toLowerCase()}`,
        inArray(campaigners.role, ["moderator", "admin"]),
      ),
    )
    .limit(2);
  const [first, second] = rows;
  return second ? handle : (first?.called ?? handle);
}

const isCalled = (name: string) => sql`lower(${campaigners.called}) = ${name.toLowerCase()}`;

/** Whoever chose this name, whatever its capitals. */
export async function findCalled(db: Db, name: string): Promise<string | undefined> {
  const [row] = await db.select({ id: campaigners.id }).from(campaigners).where(isCalled(name)).limit(1);
  return row?.id;
}

/** @returns false where a colleague is called so already, or the account is none any more. */
export async function setCalled(db: Db, id: string, called: string | null): Promise<boolean> {
  if (called !== null) {
    // One at a time, so that two do not choose the same name at once.
    await db.execute(sql`select pg_advisory_xact_lock(hashtext('campaigners.called'))`);
    const [other] = await db
      .select({ id: campaigners.id })
      .from(campaigners)
      .where(and(ne(campaigners.id, id), isCalled(called)));
    if (other) return false;
  }
  const rows = await db
    .update(campaigners)
    .set({ called })
    .where(and(eq(campaigners.id, id), isActive))
    .returning({ id: campaigners.id });
  return rows.length > 0;
}
