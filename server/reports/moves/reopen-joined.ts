import { type Db, inTransaction } from "@/db/client";
import { findReportsLeftAlone } from "@/db/queries/report-twins";
import type { AnyActor } from "@/domain/actor";
import { ConflictError } from "@/domain/errors";
import { HOLD_KEEPER } from "@/server/reports/moves/expire-holds";
import { applyMove, openMove } from "@/server/reports/moves/open-move";

const AT_ONCE = 100;

/**
 * Gives reports back to the queue that were the same as one which was then not accepted, or taken back: what they say was decided
 * by nobody. As with holds, the server's timer calls it, and whoever opens the queue.
 * @throws NotAllowedError for anybody but a job of ours.
 * @returns how many wait again.
 */
export async function reopenJoined(
  db: Db,
  actor: AnyActor = HOLD_KEEPER,
  now: Date = new Date(),
): Promise<number> {
  let reopened = 0;
  for (const { id, version } of await findReportsLeftAlone(db, AT_ONCE)) {
    try {
      await inTransaction(db, async (tx) => {
        const seen = { reportId: id, version };
        const { report, actor: keeper } = await openMove(tx, actor, seen, "reopen", now);
        await applyMove(tx, keeper, report, "reopen", {
          patch: { duplicateOfReportId: null, decidedAt: null },
          action: "report.reopened",
          payload: { sameAsReport: report.duplicateOfReportId },
        });
      });
      reopened += 1;
    } catch (error) {
      // Its author appealed in this very moment: then it waits already.
      if (!(error instanceof ConflictError)) throw error;
    }
  }
  return reopened;
}
