import type { Db } from "@/db/client";
import { insertRecordVersions, lockRecords, updateRecord } from "@/db/queries/projections";
import type { Actor } from "@/domain/actor";
import { isPublic } from "@/domain/services/service";
import { audit } from "@/server/audit";

/** A place that turned out to be another one's twin, and the one that stands for both. */
export type PlaceMerge = { twin: string; into: string };

/**
 * Merges places into others, in the caller's transaction, which raises the publication number. A merge rewrites no
 * reference: the twin's services, checks and claims stay its own and are followed, its page redirects, and what the row was
 * is kept with the reason, so that the merge can be undone. A twin that is hidden, erased or merged already is left alone.
 * @returns the merges that were made.
 */
export async function mergePlaces(
  db: Db,
  actor: Actor,
  merges: readonly PlaceMerge[],
  reason: string,
): Promise<PlaceMerge[]> {
  const ids = merges.flatMap(({ twin, into }) => [twin, into]);
  const rows = ids.length === 0 ? new Map() : await lockRecords(db, "place", ids);
  const stands = (id: string) => isPublic(rows.get(id)?.visibility ?? "withheld");
  const due = merges.filter(({ twin, into }) => twin !== into && stands(twin) && stands(into));
  for (const { twin, into } of due) {
    const row = rows.get(twin);
    await insertRecordVersions(db, [
      {
        recordType: "place",
        recordId: twin,
        version: row?.version ?? 1,
        snapshot: row,
        changedBy: actor.id,
        reason,
      },
    ]);
    await updateRecord(db, "place", twin, { mergedInto: into, visibility: "merged" });
    await audit(db, actor, "record.merged", { type: "place", id: twin }, { into, reason });
  }
  return due;
}
