import type { Db } from "@/db/client";
import { findWaitingCandidates, type WaitingCandidate } from "@/db/queries/waiting-candidates";
import { isLikelyTwin, type LikelyReason, scoreTwin, type TwinFacts } from "@/domain/twins/score-twin";
import { twinFactsSaid } from "@/server/reports/publishing/twin-facts";

/** A report that waits and is likely of the same service. Whose it is is told to nobody. */
export type WaitingTwin = WaitingCandidate & {
  points: number;
  reasons: LikelyReason[];
};

/** Reports that wait and are likely of the service that these facts are of, likeliest first. @param except the report itself. */
export async function findWaitingTwins(
  db: Db,
  facts: TwinFacts,
  except: string | null,
): Promise<WaitingTwin[]> {
  const found: WaitingTwin[] = [];
  for (const candidate of await findWaitingCandidates(db, facts, except)) {
    const score = scoreTwin(facts, await twinFactsSaid(db, candidate.proposal));
    if (isLikelyTwin(score)) found.push({ ...candidate, points: score.points, reasons: score.reasons });
  }
  return found.sort((a, b) => b.points - a.points);
}
