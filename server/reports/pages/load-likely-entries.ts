import type { Db } from "@/db/client";
import { findPublicPlace } from "@/db/queries/report-records";
import { findTwinCandidates } from "@/db/queries/twin-candidates";
import type { AnyActor } from "@/domain/actor";
import type { LikelyFound } from "@/domain/twins/likely-entries";
import { isLikelyTwin, type LikelyReason, scoreTwin } from "@/domain/twins/score-twin";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { findTwinFacts, type SaidOfService } from "@/server/reports/publishing/twin-facts";
import { findWaitingTwins } from "@/server/reports/publishing/waiting-twins";

/** As many as one screen of a telephone shows; where more are as likely, no one of them is. */
const MOST = 6;

/**
 * What a report is likely about that we have already, likeliest first: entries for anybody, and what waits for those who are signed in,
 * because nobody has looked at it yet. Care that is shown by area only is not among them, nor is anything while too little is said.
 * @param form the fields of a new service, as far as they are filled in
 */
export async function loadLikelyEntries(db: Db, actor: AnyActor, form: SaidOfService): Promise<LikelyFound> {
  const facts = await findTwinFacts(db, form);
  const scored = (await findTwinCandidates(db, facts))
    .map((entry) => ({ entry, score: scoreTwin(facts, entry) }))
    .filter(({ score }) => isLikelyTwin(score));
  const entries = likeliest(scored, ({ score }) => score.points).map(({ entry, score }) => ({
    slug: entry.slug,
    name: entry.name,
    category: entry.category,
    place: entry.placeName || null,
    town: entry.town,
    provider: entry.providerName,
    reasons: score.reasons,
    metres: score.reasons.includes("same-place") ? null : score.metres,
    isConfirmed: isRunnerSaid(score.reasons) && score.reasons.includes("same-kind"),
  }));
  if (actor.kind !== "campaigner") return { entries, reports: [] };
  const isAreaOnly = await findAreaOnlyRule(db);
  const waiting = (await findWaitingTwins(db, facts, null)).filter(
    ({ proposal }) => !isAreaOnly(proposal.category),
  );
  const reports = likeliest(waiting, ({ points }) => points).map(
    async ({ id, authorId, submittedAt, reasons, proposal }) => {
      const place = proposal.placeId === null ? undefined : await findPublicPlace(db, proposal.placeId);
      return {
        ownId: authorId === actor.id ? id : null,
        category: proposal.category,
        place: place?.name ?? proposal.placeName,
        town: place?.town ?? proposal.town,
        waitingSince: submittedAt,
        reasons,
      };
    },
  );
  return { entries, reports: await Promise.all(reports) };
}

function isRunnerSaid(reasons: readonly LikelyReason[]): boolean {
  return reasons.includes("same-provider") || reasons.includes("former-name");
}

function likeliest<T>(found: readonly T[], pointsOf: (one: T) => number): T[] {
  const sorted = found.toSorted((a, b) => pointsOf(b) - pointsOf(a));
  const [first] = sorted;
  const next = sorted[MOST];
  const isAnyone = first !== undefined && next !== undefined && pointsOf(first) === pointsOf(next);
  return isAnyone ? [] : sorted.slice(0, MOST);
}
