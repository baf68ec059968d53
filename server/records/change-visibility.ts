import type { Db } from "@/db/client";
import {
  insertRecordVersions,
  lockRecords,
  type ProjectedType,
  setVisibility,
} from "@/db/queries/projections";
import type { Actor } from "@/domain/actor";
import type { Visibility } from "@/domain/services/service";

/** @param reason what readers of the records' history are told. */
export type VisibilityChange = {
  type: ProjectedType;
  ids: readonly string[];
  to: Visibility;
  by: Actor;
  reason: string;
};

/** Writes the visibility of records and keeps what they were, in the caller's transaction, which publishes. */
export async function changeVisibility(
  db: Db,
  { type, ids, to, by, reason }: VisibilityChange,
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await lockRecords(db, type, ids);
  await insertRecordVersions(
    db,
    [...rows].map(([recordId, row]) => ({
      recordType: type,
      recordId,
      version: row.version,
      snapshot: row,
      changedBy: by.id,
      reason,
    })),
  );
  await setVisibility(db, type, ids, to);
}
