import { type Db, inTransaction } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { lockRecords, updateRecord } from "@/db/queries/projections";
import { publish } from "@/db/queries/publications";
import { findStandingMerge, findVisibilityBefore } from "@/db/queries/record-changes";
import type { Actor, AnyActor } from "@/domain/actor";
import { ConflictError } from "@/domain/errors";
import { audit } from "@/server/audit";
import { assertMayChangeEntry } from "@/server/campaigners/may-change-entry";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { changeVisibility } from "@/server/records/change-visibility";
import type { MergedType } from "@/server/records/merge-records";
import { visibilityNow } from "@/server/records/visibility-now";
import { type BrakeInput, openBrake } from "@/server/records/withhold-record";

/** What readers of the entry's history are told. */
const SPLIT = "Found to be an entry of its own";

/**
 * Splits a merge that no change made (one of the data we ship): the twin stands by itself again, as it was shown before.
 * @throws NotAllowedError; NotFoundError; InvalidInputError on `reason`; ConflictError where it is not merged ("not-merged"), or a change
 * merged it ("merged-by-change"): that one is taken back, with the sources that the other entry gained.
 */
export function splitRecord(db: Db, actor: AnyActor, input: BrakeInput): Promise<void> {
  return inTransaction(db, async (transaction) => {
    const { by, type, reason, record } = await openBrake(transaction, actor, input);
    await assertMayChangeEntry(transaction, by, record);
    if (type === "source" || record.visibility !== "merged") throw new ConflictError("not-merged");
    if (await findStandingMerge(transaction, record.id)) throw new ConflictError("merged-by-change");
    await standAgain(transaction, by, { type, id: record.id, reason: SPLIT });
    await audit(transaction, by, "record.changed", { type, id: record.id }, { reason, split: true });
    await publish(transaction, by.id, SPLIT);
  });
}

/**
 * The twin of a merge as it was shown before, in the caller's transaction, unless something else was done to it meanwhile.
 * @param reason what readers of its history are told.
 */
export async function standAgain(
  db: Db,
  by: Actor,
  { type, id, reason }: { type: MergedType; id: string; reason: string },
): Promise<void> {
  const row = (await lockRecords(db, type, [id])).get(id);
  if (row?.visibility !== "merged") return;
  const claims = (await findClaimsByRecord(db, type, [id])).get(id) ?? [];
  const before = await findVisibilityBefore(db, type, id);
  const to = visibilityNow(type, before, claims, await findAreaOnlyRule(db));
  await changeVisibility(db, { type, ids: [id], to, by, reason });
  await updateRecord(db, type, id, { mergedInto: null });
}
