import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { droppedSources, sources } from "@/db/schema/sources";
import type { EntryType } from "@/domain/records/entry-path";

/** Sources that one entry does not rest on any more, while others may. */

type Dropped = { type: EntryType; recordId: string; sourceId: string; reason: string; droppedBy: string };

/** From now on. Of one that was dropped before and cited anew since, what was said since then goes too. */
export async function saveDropped(db: Db, { type, ...dropped }: Dropped): Promise<void> {
  const { reason, droppedBy } = dropped;
  await db
    .insert(droppedSources)
    .values({ ...dropped, recordType: type })
    .onConflictDoUpdate({
      target: [droppedSources.recordId, droppedSources.sourceId],
      targetWhere: isNull(droppedSources.citedAgainAt),
      set: { reason, droppedBy, droppedAt: sql`clock_timestamp()` },
    });
}

/** The source counts for the entry again. @returns false where it does already. */
export async function closeDropped(
  db: Db,
  { recordId, sourceId, by, at }: { recordId: string; sourceId: string; by: string; at: Date },
): Promise<boolean> {
  const rows = await db
    .update(droppedSources)
    .set({ citedAgainBy: by, citedAgainAt: at })
    .where(
      and(
        eq(droppedSources.recordId, recordId),
        eq(droppedSources.sourceId, sourceId),
        isNull(droppedSources.citedAgainAt),
      ),
    )
    .returning({ id: droppedSources.id });
  return rows.length > 0;
}

/** What an entry was cut from, the newest first, for moderators. */
export async function listDropped(db: Db, recordId: string) {
  const { reason, droppedBy, droppedAt } = droppedSources;
  return db
    .select({ id: sources.id, title: sources.title, reason, droppedBy, droppedAt })
    .from(droppedSources)
    .innerJoin(sources, eq(sources.id, droppedSources.sourceId))
    .where(and(eq(droppedSources.recordId, recordId), isNull(droppedSources.citedAgainAt)))
    .orderBy(desc(droppedAt));
}
