import { type Db, getDb } from "@/db/client";
import { log } from "@/server/log";
import { expireHolds } from "@/server/reports/moves/expire-holds";
import { reopenJoined } from "@/server/reports/moves/reopen-joined";

const SWEEP_EVERY_MS = 60_000;

/**
 * Gives reports back to the queue whose hold has run out, or whose twin was not accepted, once a minute for as long as the process lives, one sweep at
 * a time. Several servers may sweep: each report is one conditional update.
 * @returns a function that stops it.
 */
export function startHoldTimer(db: () => Db = getDb, everyMs = SWEEP_EVERY_MS): () => void {
  let sweeping = false;
  const timer = setInterval(() => {
    if (sweeping) return;
    sweeping = true;
    expireHolds(db())
      .then(() => reopenJoined(db()))
      .catch((error: unknown) => log.error({ err: error }, "Holds could not be looked through"))
      .finally(() => {
        sweeping = false;
      });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
