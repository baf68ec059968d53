import { type Db, inTransaction } from "@/db/client";
import { findComplaint, insertDispute, settleDisputes } from "@/db/queries/complaints";
import { publish } from "@/db/queries/publications";
import { lockPublishing } from "@/db/queries/report-records";
import { findRecord, type RecordFound } from "@/db/queries/withholdings";
import type { AnyActor, CampaignerActor } from "@/domain/actor";
import { type ClaimField, isClaimField } from "@/domain/claims/claim";
import { DISPUTED_TYPES, type DisputedType, disputeSchema } from "@/domain/complaints/complaint";
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { detailed } from "@/domain/field-problem";
import { readReason } from "@/domain/records/read-reason";
import { touchedRecords } from "@/domain/records/touched";
import { brakeRefusal } from "@/domain/records/withheld";
import { isUuid } from "@/domain/uuid";
import { audit } from "@/server/audit";
import { assertMayChangeEntry } from "@/server/campaigners/may-change-entry";
import { changeVisibility } from "@/server/records/change-visibility";
import { assertStillAsSeen } from "@/server/records/seen-version";
import { revealingInDispute } from "@/server/revealing/revealing-dispute";
import { isOwnWork } from "@/server/second-looks/own-work";

/** What readers of the entry's history are told. */
const DISPUTED = "Marked as disputed";
const SETTLED = "No longer disputed";

/** @param version the one beside which it was shown what would happen; none where nothing was shown. */
type Input = { type: unknown; ref: unknown; version?: unknown };

/**
 * Marks an entry as disputed, in words that every reader sees beside the fact; it goes on being shown and counted.
 * @param input.field a field of its claims; empty for the whole entry.
 * @param input.complaintId of the reader's complaint about it that it follows, if any.
 * @throws NotAllowedError; NotFoundError; InvalidInputError on `says` or `field`; ConflictError when it has no page, or is not
 * what was shown ("entry-changed").
 */
export async function markDisputed(
  db: Db,
  actor: AnyActor,
  input: Input & { field: unknown; says: unknown; complaintId?: unknown },
): Promise<void> {
  const by = assertModerator(actor);
  const type = typeOf(input);
  const parsed = disputeSchema.safeParse(input);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0] ?? { path: ["says"], message: "dispute-short" };
    throw new InvalidInputError({ [String(path[0])]: message });
  }
  const { says, field } = parsed.data;
  const fact = factOf(type, field);
  await inTransaction(db, async (transaction) => {
    await lockPublishing(transaction);
    const record = await findOne(transaction, type, input);
    if (record.visibility !== "published" && record.visibility !== "disputed")
      throw new ConflictError("not-public");
    const telling = await revealingInDispute(transaction, { ...record, type }, says);
    if (telling.length > 0)
      throw new InvalidInputError({
        says: detailed("dispute-reveals", { detail: telling.map((words) => `“${words}”`).join(", ") }),
      });
    await insertDispute(transaction, {
      recordType: type,
      recordId: record.id,
      field: fact,
      says,
      markedBy: by.id,
      complaintId: await complaintAbout(transaction, record.id, input.complaintId),
    });
    await write(transaction, by, { type, id: record.id, to: "disputed", reason: DISPUTED });
    const subject = { type, id: record.id };
    await audit(transaction, by, "record.disputed", subject, { field, says });
    await publish(transaction, by.id, DISPUTED, touchedRecords([{ type, id: record.id }]));
  });
}

/**
 * Takes the mark away again, with all that was said beside the facts.
 * @param input.reason for other moderators.
 * @throws as `markDisputed`; InvalidInputError on `reason`; NotAllowedError for whoever sent, approved or changed it ("own-work"), as long as
 * somebody else could.
 */
export async function settleDispute(
  db: Db,
  actor: AnyActor,
  input: Input & { reason: unknown },
): Promise<void> {
  const by = assertModerator(actor);
  const type = typeOf(input);
  const reason = readReason(input.reason);
  await inTransaction(db, async (transaction) => {
    await lockPublishing(transaction);
    const record = await findOne(transaction, type, input);
    await assertMayChangeEntry(transaction, by, record);
    if (record.visibility !== "disputed") throw new ConflictError("not-disputed");
    const { id: recordId } = record;
    if (await isOwnWork(transaction, by, { recordType: type, recordId }))
      throw new NotAllowedError("own-work");
    await settleDisputes(transaction, { recordType: type, recordId, by: by.id, at: new Date() });
    await write(transaction, by, { type, id: recordId, to: "published", reason: SETTLED });
    await audit(transaction, by, "record.dispute-settled", { type, id: recordId }, { reason });
    await publish(transaction, by.id, SETTLED, touchedRecords([{ type, id: recordId }]));
  });
}

function assertModerator(actor: AnyActor): CampaignerActor {
  const refusal = brakeRefusal(actor);
  if (refusal || actor.kind !== "campaigner") throw new NotAllowedError(refusal ?? "not-moderator");
  return actor;
}

function typeOf({ type }: Input): DisputedType {
  const known = DISPUTED_TYPES.find((candidate) => candidate === type);
  if (!known) throw new NotFoundError("record");
  return known;
}

/** Null where it is none, or about another entry. */
async function complaintAbout(db: Db, recordId: string, id: unknown): Promise<string | null> {
  const complaint = isUuid(id) ? await findComplaint(db, id) : undefined;
  return complaint?.recordId === recordId ? complaint.id : null;
}

async function findOne(db: Db, type: DisputedType, { ref, version }: Input): Promise<RecordFound> {
  const record = await findRecord(db, type, String(ref ?? ""));
  if (!record) throw new NotFoundError("record");
  await assertStillAsSeen(db, record, version);
  return record;
}

async function write(
  db: Db,
  by: CampaignerActor,
  change: { type: DisputedType; id: string; to: "disputed" | "published"; reason: string },
): Promise<void> {
  const { id, ...rest } = change;
  await changeVisibility(db, { ...rest, ids: [id], by });
}

/** The field of its claims that somebody named; null for the whole entry. @throws InvalidInputError for one it does not have. */
function factOf(type: DisputedType, field: string): ClaimField | null {
  if (field === "") return null;
  if (!isClaimField(type, field)) throw new InvalidInputError({ field: "dispute-field" });
  return field;
}
