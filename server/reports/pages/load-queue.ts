import type { Db } from "@/db/client";
import { nameColleagues } from "@/db/queries/colleagues";
import { findAreaLimits, listModeratorAreas } from "@/db/queries/moderator-areas";
import {
  countLanes,
  countQueue,
  findAreasCalled,
  findAuthorOf,
  findBatchTitles,
  findQueuePage,
  groupQueue,
  type QueueQuery,
} from "@/db/queries/queue";
import { findDeciderIds, type QueuedReport } from "@/db/queries/reports";
import { type AnyActor, type CampaignerActor, hasRole } from "@/domain/actor";
import { decidesIn } from "@/domain/campaigners/area-limits";
import { NotAllowedError } from "@/domain/errors";
import type { AreaSummary } from "@/domain/pages/area-page";
import type { QueueGroup, QueueItem } from "@/domain/reports/queue";
import {
  QUEUE_GROUPINGS,
  type QueueAddress,
  type QueueGrouping,
  WHOLE_QUEUE,
  waitingSince,
} from "@/domain/reports/queue-address";
import { REPORT_LANES, type ReportLane } from "@/domain/reports/queue-lane";
import { isHeld } from "@/domain/reports/report-policy";
import { findWhyItWaits } from "@/domain/reports/why-waiting";
import { wordsOfName } from "@/domain/search/normalise";
import { findLimitsOf } from "@/server/campaigners/area-limits";
import { assertCampaigner } from "@/server/reports/moves/actor-input";
import { expireHolds } from "@/server/reports/moves/expire-holds";
import { loadHoldMinutes } from "@/server/reports/moves/moderation-settings";
import { factsOf } from "@/server/reports/moves/open-move";
import { reopenJoined } from "@/server/reports/moves/reopen-joined";
import { listWaiting } from "@/server/reports/pages/list-waiting";
import { findWhyQueued } from "@/server/reports/publishing/why-queued";

export type Queue = {
  /** A page of what matches, those that wait longest first; empty while they are grouped. */
  items: QueueItem[];
  /** The id to go on after; null on the last page. */
  next: string | null;
  /** How many match, at most `MOST_COUNTED`. */
  total: number;
  /** Of all that waits, by lane. */
  lanes: Record<ReportLane, number>;
  /** What they have in common, the largest first; null unless the address asks for it. */
  groups: QueueGroup[] | null;
  /** No area has the name that was typed. */
  isAreaUnknown: boolean;
  holdMinutes: number;
  /** The areas that this moderator is limited to; null for no limit. */
  limitedTo: AreaSummary[] | null;
};

export const QUEUE_PAGE = 25;
export const MOST_COUNTED = 1000;
export const MOST_GROUPS = 50;

/**
 * Reports that wait, those that wait longest first, with why each is there. Authors are not in it, nor is any address of theirs.
 * @throws NotAllowedError for those who are no moderators.
 */
export async function loadQueue(
  db: Db,
  actor: AnyActor,
  address: QueueAddress = WHOLE_QUEUE,
  now: Date = new Date(),
): Promise<Queue> {
  assertModerating(actor);
  await expireHolds(db, undefined, now);
  await reopenJoined(db, undefined, now);
  await listWaiting(db);
  const query = await queueQueryOf(db, actor, address, now);
  const limits = await findLimitsOf(db, actor);
  const lanes = await countLanes(db, limits && [...limits]);
  const shown = {
    lanes: { new: 0, changes: 0, appeals: 0, second: 0, ...Object.fromEntries(lanes) },
    isAreaUnknown: address.area !== null && query?.areaIds?.length === 0,
    holdMinutes: await loadHoldMinutes(db),
    limitedTo: limits === null ? null : await listModeratorAreas(db, actor.id),
  };
  if (!query) return { ...shown, items: [], next: null, total: 0, groups: null };
  const total = await countQueue(db, query, MOST_COUNTED);
  const by = QUEUE_GROUPINGS.find((known) => known === address.group);
  if (by) return { ...shown, items: [], next: null, total, groups: await loadGroups(db, query, by) };
  const page = await findQueuePage(db, query, { after: address.after, limit: QUEUE_PAGE + 1 });
  const reports = page.slice(0, QUEUE_PAGE);
  const items = await itemsOf(db, actor, reports, now);
  return {
    ...shown,
    items,
    next: page.length > QUEUE_PAGE ? (reports.at(-1)?.id ?? null) : null,
    total,
    groups: null,
  };
}

/** @throws NotAllowedError */
export function assertModerating(actor: AnyActor): asserts actor is CampaignerActor {
  assertCampaigner(actor);
  if (!hasRole(actor, "moderator")) throw new NotAllowedError("not-moderator");
}

/** What an address asks of the database; null where it asks for what no report is (complaints, imports). */
export async function queueQueryOf(
  db: Db,
  actor: CampaignerActor,
  address: QueueAddress,
  now: Date,
): Promise<QueueQuery | null> {
  const lane = REPORT_LANES.find((known) => known === address.lane) ?? null;
  if ((address.lane !== null && lane === null) || address.problem !== null) return null;
  const limits = await findLimitsOf(db, actor);
  const authorId = address.like === null ? null : await findAuthorOf(db, address.like);
  if (authorId === undefined) return null;
  return {
    lane,
    words: wordsOfName(address.q ?? ""),
    areaIds: address.area === null ? null : await findAreasCalled(db, address.area),
    category: address.kind,
    until: waitingSince(address.age, now),
    heldBy: address.who === "mine" ? actor.id : null,
    isFree: address.who === "free",
    town: address.town,
    sourceOf: address.source,
    batchId: address.batch,
    authorId,
    within: limits && [...limits],
    now,
  };
}

async function loadGroups(db: Db, query: QueueQuery, by: QueueGrouping) {
  const groups = await groupQueue(db, query, by, MOST_GROUPS);
  return by === "batch"
    ? withBatchTitles(db, groups)
    : groups.map((group) => ({ ...group, name: group.key }));
}

/** What groups by import are called. */
export async function withBatchTitles(
  db: Db,
  groups: readonly Omit<QueueGroup, "name">[],
): Promise<QueueGroup[]> {
  const titles = await findBatchTitles(
    db,
    groups.flatMap(({ key }) => key ?? []),
  );
  return groups.map((group) => ({ ...group, name: titles.get(group.key ?? "") ?? null }));
}

async function itemsOf(
  db: Db,
  actor: CampaignerActor,
  reports: readonly QueuedReport[],
  now: Date,
): Promise<QueueItem[]> {
  const [deciders, limits, nameOf, reasons] = await Promise.all([
    findDeciderIds(db),
    findAreaLimits(db),
    nameColleagues(
      db,
      reports.map(({ heldBy }) => heldBy),
    ),
    findWhyQueued(db, reports, now),
  ]);
  return reports.map((report, index): QueueItem => {
    const { proposal, category, town } = report;
    const facts = factsOf(report);
    const held = isHeld(facts, now) ? report.heldBy : null;
    const postcode = proposal.kind === "new-service" ? proposal.postcode : "";
    const found = reasons[index];
    if (!found) throw new Error("no reasons of a report");
    return {
      id: report.id,
      version: report.version,
      title: report.title,
      state: report.state,
      category,
      where: [town, postcode].filter(Boolean).join(", "),
      waitingSince: report.submittedAt,
      why: found.why,
      record: found.record,
      reviews: found.reviews,
      held:
        held === null
          ? null
          : { byMe: held === actor.id, handle: nameOf(held) ?? "", until: report.holdExpiresAt ?? now },
      isOwn: report.authorId === actor.id,
      waits: findWhyItWaits(
        facts,
        deciders,
        deciders.filter((id) => decidesIn(limits, id, report.areaIds)),
      ),
    };
  });
}
