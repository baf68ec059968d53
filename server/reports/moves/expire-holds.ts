import { type Db, inTransaction } from "@/db/client";
import { findExpiredHolds } from "@/db/queries/reports";
import { type AnyActor, systemActor } from "@/domain/actor";
import { ConflictError } from "@/domain/errors";
import { applyMove, openMove } from "@/server/reports/moves/open-move";

const AT_ONCE = 100;

/** The job's name in the audit. */
export const HOLD_KEEPER = systemActor("expiry-of-holds");

/**
 * Gives reports whose hold has run out back to the queue. The server's timer calls it, and so does whoever opens the
 * queue, so that a hold never outlives its time by more than the moment somebody looks.
 * @throws NotAllowedError for anybody but a job of ours.
 * @returns how many were given back.
 */
export async function expireHolds(
  db: Db,
  actor: AnyActor = HOLD_KEEPER,
  now: Date = new Date(),
): Promise<number> {
  let expired = 0;
  for (const { id, version } of await findExpiredHolds(db, now, AT_ONCE)) {
    try {
      await inTransaction(db, async (tx) => {
        const { report, actor: keeper } = await openMove(tx, actor, { reportId: id, version }, "expire", now);
        await applyMove(tx, keeper, report, "expire", {
          action: "report.expired",
          payload: { heldBefore: report.heldBy, until: report.holdExpiresAt },
        });
      });
      expired += 1;
    } catch (error) {
      // Its holder renewed or decided it in this very moment: that is theirs to do.
      if (!(error instanceof ConflictError)) throw error;
    }
  }
  return expired;
}
