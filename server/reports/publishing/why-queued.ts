import type { Db } from "@/db/client";
import { countAccountRecords, findDisputedEntries } from "@/db/queries/queue";
import { countReviews, findLastActions, type ReviewCounts } from "@/db/queries/report-queue";
import type { QueuedReport } from "@/db/queries/reports";
import { DAY_MS } from "@/domain/dates/day-ms";
import { questionOf } from "@/domain/reports/change-form";
import type { AccountRecord } from "@/domain/reports/queue";
import { laneOf } from "@/domain/reports/queue-lane";
import { type QueueReason, whyQueued } from "@/domain/reports/queue-reason";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { findQueueMatches } from "@/server/reports/publishing/queue-match";
import { findWaitingTwinTitles } from "@/server/reports/publishing/waiting-twin-titles";

export type WhyQueued = {
  why: QueueReason[];
  /** Of the account that sent it. */
  record: AccountRecord;
  /** Of its newest version. */
  reviews: ReviewCounts;
};

/** Why reports stand in the queue, asked of all of them at once. @returns for each, in its order. */
export async function findWhyQueued(
  db: Db,
  reports: readonly QueuedReport[],
  now: Date,
): Promise<WhyQueued[]> {
  const ids = reports.map(({ id }) => id);
  const about = reports.flatMap(({ proposal }) =>
    proposal.kind === "new-service" ? [] : [questionOf(proposal).about],
  );
  const [reviews, lastActions, records, disputed, isAreaOnly, matches, waitingTwins] = await Promise.all([
    countReviews(db, ids),
    findLastActions(db, ids),
    countAccountRecords(db, [...new Set(reports.map(({ authorId }) => authorId))]),
    findDisputedEntries(db, about),
    findAreaOnlyRule(db),
    findQueueMatches(
      db,
      reports.map(({ proposal }) => proposal),
    ),
    findWaitingTwinTitles(db, reports),
  ]);
  return reports.map((report, index): WhyQueued => {
    const { proposal } = report;
    // Of a new service its own word: what is read off a report is read when somebody next opens the queue.
    const category = proposal.kind === "new-service" ? proposal.category : report.category;
    const record = records.get(report.authorId) ?? { sent: 0, standing: 0, decided: 0 };
    const review = reviews.get(report.id) ?? { confirmed: 0, disputed: 0 };
    const match = matches[index] ?? { twin: null, providerName: "", providerIsKnown: false };
    const why = whyQueued({
      lane: laneOf(report) ?? "new",
      revision: report.revision,
      last: lastActions.get(report.id),
      sentByAccount: record.sent,
      providerName: match.providerName,
      providerIsKnown: match.providerIsKnown,
      isAreaOnly: category !== null && isAreaOnly(category),
      twin: match.twin,
      waitingTwin: waitingTwins.get(report.id) ?? null,
      doubts: review.disputed,
      isEntryDisputed: proposal.kind !== "new-service" && disputed.has(questionOf(proposal).about.id),
      days: Math.floor((now.getTime() - (report.submittedAt ?? now).getTime()) / DAY_MS),
    });
    return { why, record, reviews: review };
  });
}
