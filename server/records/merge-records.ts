import type { Db } from "@/db/client";
import { insertRecordVersions, lockRecords, updateRecord } from "@/db/queries/projections";
import { publish } from "@/db/queries/publications";
import type { Actor } from "@/domain/actor";
import { touchedRecords } from "@/domain/records/touched";
import { isPublic } from "@/domain/services/service";
import { audit } from "@/server/audit";

/** A record that turned out to be another one's twin, and the one that stands for both. */
export type Merge = { twin: string; into: string };
/** Records that can be merged: those with a page of their own. */
export type MergedType = "service" | "place" | "provider";

/**
 * Merges records of one type into others, in the caller's transaction, and publishes what: lines of others lead to the
 * one that stays (docs/decisions/0115). A merge rewrites no reference: the twin's services, checks and claims stay its own and are followed, its page redirects, and what the row was
 * is kept with the reason, so that the merge can be undone. A twin that is hidden, erased or merged already is left alone.
 * @returns the merges that were made.
 */
export async function mergeRecords(
  db: Db,
  actor: Actor,
  type: MergedType,
  merges: readonly Merge[],
  reason: string,
): Promise<Merge[]> {
  const ids = merges.flatMap(({ twin, into }) => [twin, into]);
  const rows = ids.length === 0 ? new Map() : await lockRecords(db, type, ids);
  const stands = (id: string) => isPublic(rows.get(id)?.visibility ?? "withheld");
  const due = merges.filter(({ twin, into }) => twin !== into && stands(twin) && stands(into));
  for (const { twin, into } of due) {
    const row = rows.get(twin);
    await insertRecordVersions(db, [
      {
        recordType: type,
        recordId: twin,
        version: row?.version ?? 1,
        snapshot: row,
        changedBy: actor.id,
        reason,
      },
    ]);
    await updateRecord(db, type, twin, { mergedInto: into, visibility: "merged" });
    await audit(db, actor, "record.merged", { type, id: twin }, { into, reason });
  }
  const touched = due.flatMap(({ twin, into }) => [twin, into]).map((id) => ({ type, id }));
  if (due.length > 0) await publish(db, actor.id, reason, touchedRecords(touched));
  return due;
}
