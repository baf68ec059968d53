import type { Db } from "@/db/client";
import { countReviews, findLastActions } from "@/db/queries/report-queue";
import { findDeciderIds, findQueuedReports, type QueuedReport } from "@/db/queries/reports";
import { type AnyActor, hasRole } from "@/domain/actor";
import type { AuditAction } from "@/domain/audit/action";
import { NotAllowedError } from "@/domain/errors";
import { moderatorHandle } from "@/domain/reports/moderator-handle";
import type { QueueFilter, QueueItem, QueueWhy } from "@/domain/reports/queue";
import { isHeld } from "@/domain/reports/report-policy";
import type { ReportState } from "@/domain/reports/report-state";
import { findWhyItWaits } from "@/domain/reports/why-waiting";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { assertCampaigner } from "@/server/reports/moves/actor-input";
import { expireHolds } from "@/server/reports/moves/expire-holds";
import { loadHoldMinutes } from "@/server/reports/moves/moderation-settings";
import { factsOf } from "@/server/reports/moves/open-move";
import { loadLikelyTwins } from "@/server/reports/publishing/likely-twins";

/** `total` is how many wait; `items` are the first of them. */
export type Queue = { items: QueueItem[]; total: number; holdMinutes: number };

const STATES: readonly ReportState[] = ["submitted", "in-review", "awaiting-second"];
const AT_ONCE = 50;
/** More than the limits of all accounts let through in a week. */
const MOST_READ = 5_000;

/**
 * Reports that wait, those that wait longest first, with why each is there. Authors are not in it, nor is any address.
 * @throws NotAllowedError for those who are no moderators.
 */
export async function loadQueue(
  db: Db,
  actor: AnyActor,
  { filter = "all" }: { filter?: QueueFilter } = {},
  now: Date = new Date(),
): Promise<Queue> {
  assertCampaigner(actor);
  if (!hasRole(actor, "moderator")) throw new NotAllowedError("not-moderator");
  await expireHolds(db, undefined, now);
  const waiting = await findQueuedReports(db, { states: STATES, limit: MOST_READ });
  const matching = waiting.filter((report) => matches(report, filter, actor.id, now));
  const shown = matching.slice(0, AT_ONCE);
  const ids = shown.map(({ id }) => id);
  const [reviews, lastActions, deciders, holdMinutes] = await Promise.all([
    countReviews(db, ids),
    findLastActions(db, ids),
    findDeciderIds(db),
    loadHoldMinutes(db),
  ]);
  const isAreaOnly = await findAreaOnlyRule(db);
  const items: QueueItem[] = [];
  for (const report of shown) {
    const facts = factsOf(report);
    const proposal = report.proposal.kind === "new-service" ? report.proposal : null;
    const isHeldNow = isHeld(facts, now) && report.heldBy !== null && report.holdExpiresAt !== null;
    items.push({
      id: report.id,
      title: report.title,
      state: report.state,
      category: proposal?.category ?? null,
      where: [proposal?.town, proposal?.postcode].filter(Boolean).join(", "),
      waitingSince: report.submittedAt,
      why: whyOf(report, lastActions.get(report.id), proposal !== null && isAreaOnly(proposal.category)),
      twins: proposal ? (await loadLikelyTwins(db, proposal)).length : 0,
      reviews: reviews.get(report.id) ?? { confirmed: 0, disputed: 0 },
      held: isHeldNow
        ? {
            byMe: report.heldBy === actor.id,
            handle: moderatorHandle(report.heldBy ?? ""),
            until: report.holdExpiresAt ?? now,
          }
        : null,
      isOwn: report.authorId === actor.id,
      waits: findWhyItWaits(facts, deciders),
    });
  }
  return { items, total: matching.length, holdMinutes };
}

function matches(report: QueuedReport, filter: QueueFilter, actorId: string, now: Date): boolean {
  if (filter === "free") return !isHeld(factsOf(report), now) && report.state === "submitted";
  if (filter === "mine") return report.heldBy === actorId && isHeld(factsOf(report), now);
  if (filter === "second") return report.state === "awaiting-second";
  if (filter === "appealed") return report.appealedFrom !== null;
  return true;
}

function whyOf(report: QueuedReport, last: AuditAction | undefined, isHidden: boolean): QueueWhy[] {
  const why: QueueWhy[] = [];
  if (report.state === "awaiting-second") why.push("second");
  else if (report.hasBeenAppealed) why.push("appealed");
  else if (last === "report.returned") why.push("returned");
  else if (last === "report.expired") why.push("expired");
  else if (report.revision > 1) why.push("resubmitted");
  else why.push("new");
  if (isHidden) why.push("area-only");
  return why;
}
