import { type Db, inTransaction } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { closeDropped, saveDropped } from "@/db/queries/dropped-sources";
import { insertRecordVersions, lockRecords, raiseVersions } from "@/db/queries/projections";
import { publish } from "@/db/queries/publications";
import type { AnyActor } from "@/domain/actor";
import { ConflictError } from "@/domain/errors";
import { isOneOf } from "@/domain/lists/is-one-of";
import { ENTRY_TYPES } from "@/domain/records/entry-path";
import { canStand } from "@/domain/records/withheld";
import { isUuid } from "@/domain/uuid";
import { audit } from "@/server/audit";
import { assertMayChangeEntry } from "@/server/campaigners/may-change-entry";
import { projectRecords } from "@/server/records/project-record";
import { loadProjectionRules } from "@/server/records/projection-rules";
import { type BrakeInput, openBrake } from "@/server/records/withhold-record";

/** What readers of the entry's history are told; the reason itself stays with moderators. */
const DROPPED = "A source was dropped from this entry";
const CITED_AGAIN = "A source that had been dropped is cited again";

export type DropInput = BrakeInput & { sourceId: unknown };

/**
 * Drops a source from one entry, and leaves it to every other: what it said of this one does not count any more, and the entry says what its other
 * sources say. What the source had replaced stays replaced, as of one that is off the site.
 * @throws NotAllowedError; NotFoundError; InvalidInputError on `reason`; ConflictError: "source-not-cited",
 * "only-source" where nothing else says what the entry is, "entry-changed".
 */
export function dropSource(db: Db, actor: AnyActor, input: DropInput): Promise<void> {
  return move(db, actor, input, true);
}

/**
 * Takes that back: what the source said of the entry counts again.
 * @throws as `dropSource`; ConflictError "source-cited" where it counts already.
 */
export function citeAgain(db: Db, actor: AnyActor, input: DropInput): Promise<void> {
  return move(db, actor, input, false);
}

function move(db: Db, actor: AnyActor, input: DropInput, isDropping: boolean): Promise<void> {
  return inTransaction(db, async (transaction) => {
    const { by, reason, record } = await openBrake(transaction, actor, input);
    const { id } = record;
    const type = record.type;
    const sourceId = String(input.sourceId ?? "");
    if (!isOneOf(ENTRY_TYPES, type) || !isUuid(sourceId)) throw new ConflictError("source-not-cited");
    await assertMayChangeEntry(transaction, by, record);
    const read = async () => (await findClaimsByRecord(transaction, type, [id])).get(id) ?? [];
    if (isDropping) {
      const isCited = (await read()).some((claim) => claim.sourceId === sourceId);
      const dropped = { type, recordId: id, sourceId, reason, droppedBy: by.id };
      if (!isCited) throw new ConflictError("source-not-cited");
      await saveDropped(transaction, dropped);
    } else if (!(await closeDropped(transaction, { recordId: id, sourceId, by: by.id, at: new Date() })))
      throw new ConflictError("source-cited");
    const claims = await read();
    if (!canStand(type, claims)) throw new ConflictError("only-source");
    const told = isDropping ? DROPPED : CITED_AGAIN;
    const before = (await lockRecords(transaction, type, [id])).get(id);
    const rules = await loadProjectionRules(transaction);
    const said = new Map([[id, claims]]);
    const changed = await projectRecords(transaction, type, said, { changedBy: by.id, reason: told, rules });
    // What its page cites is another, also where its row says the same.
    if (changed.length === 0 && before) {
      const kept = { recordType: type, recordId: id, snapshot: before, changedBy: by.id, reason: told };
      await insertRecordVersions(transaction, [{ ...kept, version: before.version }]);
      await raiseVersions(transaction, type, [id]);
    }
    const payload = { reason, [isDropping ? "dropped" : "citedAgain"]: sourceId };
    await audit(transaction, by, "record.changed", { type, id }, payload);
    await publish(transaction, by.id, told);
  });
}
