import { and, isNotNull, isNull, not, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isDropped } from "@/db/queries/is-dropped";
import { checks } from "@/db/schema/places";
import { batches, sources } from "@/db/schema/sources";

/** For a query of `checks`: one whose source is withheld, or dropped from the place, says nothing at present, nor one that was undone. */
export function isCheckCounted(db: Db): SQL | undefined {
  const withheld = db.select({ id: sources.id }).from(sources).where(isNotNull(sources.withheldAt));
  const undone = db.select({ id: batches.id }).from(batches).where(isNotNull(batches.undoneAt));
  return and(
    notInArray(checks.sourceId, withheld),
    or(isNull(checks.batchId), notInArray(checks.batchId, undone)),
    not(isDropped(sql`${checks.sourceId}`, sql`${checks.placeId}`, sql`${checks.recordedAt}`)),
  );
}
