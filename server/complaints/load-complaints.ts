import type { Db } from "@/db/client";
import { nameColleagues } from "@/db/queries/colleagues";
import {
  countWaitingComplaints,
  findComplaint,
  listOtherComplaints,
  listWaitingComplaints,
  type WaitingComplaint,
} from "@/db/queries/complaints";
import type { AnyActor } from "@/domain/actor";
import { ageInDays } from "@/domain/complaints/complaint";
import {
  type ComplaintClocks,
  complaintClocks,
  posterReplyBy,
  type TimeLeft,
  timeLeft,
} from "@/domain/complaints/complaint-clock";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { brakeRefusal } from "@/domain/records/withheld";
import { isUuid } from "@/domain/uuid";
import { findPublicRecord } from "@/server/complaints/find-public-record";
import { isOwnWork } from "@/server/second-looks/own-work";

const ENTRIES_A_PAGE = 25;
const MOST_OTHERS = 50;

export type ComplaintsPage = {
  /** Of each entry the complaint to read first, with how many wait about it. */
  entries: (Omit<WaitingComplaint, "notice"> & { days: number; clocks: ComplaintClocks; left: TimeLeft })[];
  total: number;
  /** Of all pages. */
  entriesInAll: number;
  page: number;
  pages: number;
};

/**
 * A page of what people say is wrong and nobody has answered, by entry: danger to a person first, then the longest.
 * @param asked the page; one that there is not is the nearest that there is.
 * @throws NotAllowedError
 */
export async function loadComplaints(
  db: Db,
  actor: AnyActor,
  asked = 1,
  now = new Date(),
): Promise<ComplaintsPage> {
  assertModerator(actor);
  const { total, entries: entriesInAll } = await countWaitingComplaints(db);
  const pages = Math.max(1, Math.ceil(entriesInAll / ENTRIES_A_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages);
  const offset = (page - 1) * ENTRIES_A_PAGE;
  const waiting = await listWaitingComplaints(db, { limit: ENTRIES_A_PAGE, offset });
  const entries = waiting.map(({ notice, ...complaint }) => ({
    ...complaint,
    days: ageInDays(complaint.createdAt, now),
    ...clocksOf({ ...complaint, notice }, now),
  }));
  return { entries, total, entriesInAll, page, pages };
}

/**
 * One complaint, without the address that it came from: a moderator needs it for nothing. `isNameless` where readers are shown
 * neither the entry's name nor its place, so that an answer must not tell them. An entry that has been taken off the site since is
 * as it was when they wrote. With the next ones that wait about the same entry.
 */
export async function loadComplaint(db: Db, actor: AnyActor, id: string, now = new Date()) {
  assertModerator(actor);
  const complaint = isUuid(id) ? await findComplaint(db, id) : undefined;
  if (!complaint) throw new NotFoundError("complaint");
  const { email, confirmHash: _hash, ...shown } = complaint;
  const read = await findPublicRecord(db, complaint.recordType, complaint.recordId);
  const others = await listOtherComplaints(db, complaint, MOST_OTHERS + 1);
  const hasMoreOthers = others.length > MOST_OTHERS;
  return {
    ...shown,
    others: others.slice(0, MOST_OTHERS),
    hasMoreOthers,
    hasAddress: email !== null,
    /** What colleagues call who answered it. */
    answeredByName: (await nameColleagues(db, [complaint.answeredBy]))(complaint.answeredBy),
    /** They sent or approved what it is about: another moderator answers it. */
    isOwnWork: complaint.answeredAt === null && (await isOwnWork(db, actor, complaint)),
    ...clocksOf(complaint, now),
    /** Until when whoever reported it would have, were they told today; null where the law knows no such step. */
    posterBy: clocksOf(complaint, now).clocks.isStatutory ? posterReplyBy(now) : null,
    isNameless: read ? read.name === null : complaint.called !== complaint.name,
  };
}

function clocksOf(
  { kind, notice, createdAt }: Pick<WaitingComplaint, "kind" | "notice" | "createdAt">,
  now: Date,
): { clocks: ComplaintClocks; left: TimeLeft } {
  const clocks = complaintClocks({ kind, law: notice?.law ?? null }, createdAt);
  return { clocks, left: timeLeft(clocks.decideBy, now) };
}

function assertModerator(actor: AnyActor): void {
  const refusal = brakeRefusal(actor);
  if (refusal) throw new NotAllowedError(refusal);
}
