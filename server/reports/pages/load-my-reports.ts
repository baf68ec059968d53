import type { Db } from "@/db/client";
import { findQueuedReports, findReportsOfAuthor } from "@/db/queries/reports";
import { type AnyActor, hasRole } from "@/domain/actor";
import type { ReportState } from "@/domain/reports/report-state";
import { canReviewReport } from "@/domain/reports/review-policy";
import { assertCampaigner } from "@/server/reports/moves/actor-input";
import { factsOf } from "@/server/reports/moves/open-move";

export type ReportLine = { id: string; title: string; state: ReportState; updatedAt: Date };

/**
 * What somebody sent or began, newest first; and for a trusted campaigner the reports of others that wait for a review.
 * @throws NotAllowedError for visitors.
 */
export async function loadMyReports(
  db: Db,
  actor: AnyActor,
): Promise<{ mine: ReportLine[]; toReview: ReportLine[] | null }> {
  assertCampaigner(actor);
  const mine = (await findReportsOfAuthor(db, actor.id, 200)).map(toLine);
  if (!hasRole(actor, "trusted-campaigner")) return { mine, toReview: null };
  const states: ReportState[] = ["submitted", "in-review", "awaiting-second"];
  const open = await findQueuedReports(db, { states, limit: 100 });
  return { mine, toReview: open.filter((report) => canReviewReport(factsOf(report), actor)).map(toLine) };
}

function toLine({ id, title, state, updatedAt }: ReportLine): ReportLine {
  return { id, title, state, updatedAt };
}
