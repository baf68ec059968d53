import type { Db } from "@/db/client";
import { findQueuedReports, findReportsOfAuthor } from "@/db/queries/reports";
import { listPendingDraftsFor } from "@/db/queries/reports-write";
import { type AnyActor, hasRole } from "@/domain/actor";
import { aboutOf } from "@/domain/reports/change-form";
import { changePath } from "@/domain/reports/change-path";
import { changeTitleOf } from "@/domain/reports/change-title";
import type { ReportState } from "@/domain/reports/report-state";
import { canReviewReport } from "@/domain/reports/review-policy";
import { assertCampaigner } from "@/server/reports/moves/actor-input";
import { keeperOf } from "@/server/reports/moves/keep-pending-draft";
import { factsOf } from "@/server/reports/moves/open-move";
import { findEntryOfKept } from "@/server/reports/pages/find-changed-entry";

/** A report that was begun and neither sent nor saved: it goes by itself after `until`. */
export type BegunLine = { draftId: string; path: string; title: string; until: Date };
export type ReportLine = { id: string; title: string; state: ReportState; updatedAt: Date };

/**
 * What somebody sent or began, newest first; and for a trusted campaigner the reports of others that wait for a review of theirs.
 * @throws NotAllowedError for visitors.
 */
export async function loadMyReports(
  db: Db,
  actor: AnyActor,
  now: Date = new Date(),
): Promise<{ begun: BegunLine[]; mine: ReportLine[]; toReview: ReportLine[] | null }> {
  assertCampaigner(actor);
  const keeper = await keeperOf(db, actor);
  const kept = keeper === null ? [] : await listPendingDraftsFor(db, keeper, now);
  const begun = await Promise.all(kept.map((draft) => lineOfKept(db, draft)));
  const mine = (await findReportsOfAuthor(db, actor.id, 200)).map(toLine);
  if (!hasRole(actor, "trusted-campaigner")) return { begun, mine, toReview: null };
  const states: ReportState[] = ["submitted", "in-review", "awaiting-second"];
  const open = await findQueuedReports(db, { states, limit: 100, notReviewedBy: actor.id });
  const toReview = open.filter((report) => canReviewReport(factsOf(report), actor)).map(toLine);
  return { begun, mine, toReview };
}

function toLine({ id, title, state, updatedAt }: ReportLine): ReportLine {
  return { id, title, state, updatedAt };
}

async function lineOfKept(
  db: Db,
  { id, draft, expiresAt }: Awaited<ReturnType<typeof listPendingDraftsFor>>[number],
): Promise<BegunLine> {
  const line = { draftId: id, until: expiresAt };
  const asked = aboutOf(draft);
  if (!asked) {
    const title = draft.placeName || draft.postcode || "";
    return { ...line, path: `/reports/new?draft=${id}`, title };
  }
  const entry = await findEntryOfKept(db, draft);
  const path = (entry && changePath(draft, entry.slug, id)) ?? "/search";
  return { ...line, path, title: changeTitleOf(asked.question, entry?.name ?? "") };
}
