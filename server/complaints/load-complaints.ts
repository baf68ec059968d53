import type { Db } from "@/db/client";
import { findComplaint, listWaitingComplaints, type WaitingComplaint } from "@/db/queries/complaints";
import type { AnyActor } from "@/domain/actor";
import { ageInDays } from "@/domain/complaints/complaint";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { brakeRefusal } from "@/domain/records/withheld";
import { isUuid } from "@/domain/uuid";
import { findPublicRecord } from "@/server/complaints/find-public-record";

const AT_ONCE = 100;

/** Complaints without an answer, the longest first. @throws NotAllowedError */
export async function loadComplaints(
  db: Db,
  actor: AnyActor,
  now = new Date(),
): Promise<(WaitingComplaint & { days: number })[]> {
  assertModerator(actor);
  const waiting = await listWaitingComplaints(db, AT_ONCE);
  return waiting.map((complaint) => ({ ...complaint, days: ageInDays(complaint.createdAt, now) }));
}

/**
 * One complaint, without the address that it came from: a moderator needs it for nothing. `isNameless` where readers are shown
 * neither the entry's name nor its place, so that an answer must not tell them. An entry that has been taken off the site since is
 * as it was when they wrote.
 */
export async function loadComplaint(db: Db, actor: AnyActor, id: string) {
  assertModerator(actor);
  const complaint = isUuid(id) ? await findComplaint(db, id) : undefined;
  if (!complaint) throw new NotFoundError("complaint");
  const { email: _hidden, ...shown } = complaint;
  const read = await findPublicRecord(db, complaint.recordType, complaint.recordId);
  return { ...shown, isNameless: read ? read.name === null : complaint.called !== complaint.name };
}

function assertModerator(actor: AnyActor): void {
  const refusal = brakeRefusal(actor);
  if (refusal) throw new NotAllowedError(refusal);
}
