import { type Db, getDb } from "@/db/client";
import { log } from "@/server/log";
import { expireHolds } from "@/server/reports/moves/expire-holds";
import { reopenJoined } from "@/server/reports/moves/reopen-joined";

const SWEEP_EVERY_MS = 60_000;

/**
 * Gives reports back to the queue whose hold has run out, or whose twin was not accepted, once a minute for as long as the process lives, one sweep at
 * a time. Several servers may sweep: each report is one conditional update.
 * @returns a function that stops it, and waits for the sweep that is under way.
 */
export function startHoldTimer(db: () => Db = getDb, everyMs = SWEEP_EVERY_MS): () => Promise<void> {
  let sweep: Promise<void> | null = null;
  const timer = setInterval(() => {
    sweep ??= expireHolds(db())
      .then(() => reopenJoined(db()))
      .then(() => undefined)
      .catch((error: unknown) => log.error({ err: error }, "Holds could not be looked through"))
      .finally(() => {
        sweep = null;
      });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await sweep;
  };
}
