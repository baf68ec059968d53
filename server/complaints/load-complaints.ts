import type { Db } from "@/db/client";
import { nameColleagues } from "@/db/queries/colleagues";
import {
  type ComplaintQuery,
  countWaitingComplaints,
  findComplaint,
  groupComplaints,
  listOtherComplaints,
  listWaitingComplaints,
  type WaitingComplaint,
} from "@/db/queries/complaints";
import { findAreasCalled } from "@/db/queries/queue";
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
import type { QueueGroup } from "@/domain/reports/queue";
import {
  COMPLAINT_GROUPINGS,
  type ComplaintGrouping,
  isNarrowed,
  type QueueAddress,
  WHOLE_QUEUE,
  waitingSince,
} from "@/domain/reports/queue-address";
import { wordsOfName } from "@/domain/search/normalise";
import { isUuid } from "@/domain/uuid";
import { findPublicRecord } from "@/server/complaints/find-public-record";
import { MOST_GROUPS, withBatchTitles } from "@/server/reports/pages/load-queue";
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
  /** What they have in common, the largest first, instead of entries; null unless the address asks for it. */
  groups: QueueGroup[] | null;
  /** How many wait in all, whatever was asked. */
  waiting: number;
  /** No area has the name that was typed. */
  isAreaUnknown: boolean;
};

/** What an address of the queue asks of complaints; null where it asks for what none has: who holds it, whose document, and who sent it. */
async function complaintsAsked(
  db: Db,
  { q, area, kind, problem, age, who, town, source, batch, like }: QueueAddress,
  now: Date,
): Promise<ComplaintQuery | null> {
  if (who === "mine" || source !== null || like !== null) return null;
  return {
    words: wordsOfName(q ?? ""),
    areaIds: area === null ? null : await findAreasCalled(db, area),
    category: kind,
    problem,
    town,
    batchId: batch,
    until: waitingSince(age, now),
  };
}

/**
 * A page of what people say is wrong and nobody has answered, by entry: danger to a person first, then the longest. Those that an address of the queue
 * asks for, by what was written and by the entry; never by who sent them.
 * @param asked the page; one that there is not is the nearest that there is.
 * @throws NotAllowedError
 */
export async function loadComplaints(
  db: Db,
  actor: AnyActor,
  asked = 1,
  now = new Date(),
  address: QueueAddress = WHOLE_QUEUE,
): Promise<ComplaintsPage> {
  assertModerator(actor);
  const all = await countWaitingComplaints(db);
  const query = await complaintsAsked(db, address, now);
  const isAreaUnknown = query?.areaIds?.length === 0;
  const nothing = { entries: [], total: 0, entriesInAll: 0, page: 1, pages: 1, groups: null };
  if (!query) return { ...nothing, waiting: all.total, isAreaUnknown };
  const { total, entries: entriesInAll } = isNarrowed(address)
    ? await countWaitingComplaints(db, query)
    : all;
  const by = address.lane === "complaints" && COMPLAINT_GROUPINGS.find((known) => known === address.group);
  if (by) {
    const groups = await loadGroups(db, query, by);
    return { ...nothing, total, entriesInAll, groups, waiting: all.total, isAreaUnknown };
  }
  const pages = Math.max(1, Math.ceil(entriesInAll / ENTRIES_A_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages);
  const offset = (page - 1) * ENTRIES_A_PAGE;
  const waiting = await listWaitingComplaints(db, { limit: ENTRIES_A_PAGE, offset }, query);
  const entries = waiting.map(({ notice, ...complaint }) => ({
    ...complaint,
    days: ageInDays(complaint.createdAt, now),
    ...clocksOf({ ...complaint, notice }, now),
  }));
  return { entries, total, entriesInAll, page, pages, groups: null, waiting: all.total, isAreaUnknown };
}

async function loadGroups(db: Db, query: ComplaintQuery, by: ComplaintGrouping): Promise<QueueGroup[]> {
  const groups = await groupComplaints(db, query, by, MOST_GROUPS);
  return by === "batch"
    ? withBatchTitles(db, groups)
    : groups.map((group) => ({ ...group, name: group.key }));
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
