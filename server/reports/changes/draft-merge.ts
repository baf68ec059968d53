import type { Db } from "@/db/client";
import { isMergedInto } from "@/db/queries/record-changes";
import { InvalidInputError } from "@/domain/errors";
import type { MergeProposal } from "@/domain/reports/change-proposals";
import { lockEntry } from "@/server/reports/changes/changed-entry";
import type { DraftedChange } from "@/server/reports/changes/draft-service-change";

/**
 * Two places or two organisations are one. Nothing is said anew of either: what runs at the twin, or what it runs, is followed to the one
 * that stays wherever it is read.
 * @throws InvalidInputError on `other`; ConflictError ("entry-gone").
 */
export async function draftMerge(
  db: Db,
  { recordType: type, recordId, otherId }: MergeProposal,
): Promise<DraftedChange> {
  if (recordId === otherId) throw new InvalidInputError({ other: "same-entry" });
  // In one order: two that merge the same pair the other way round wait for each other.
  for (const id of [recordId, otherId].sort()) await lockEntry(db, { type, id });
  // What is read follows a merge once: whatever led to the twin would lead nowhere.
  if (await isMergedInto(db, type, recordId)) throw new InvalidInputError({ other: "stands-for-others" });
  return { drafts: [], subject: { type, id: otherId } };
}
