import { type Db, getDb } from "@/db/client";
import { repeat } from "@/server/repeat";
import { expireHolds } from "@/server/reports/moves/expire-holds";
import { reopenJoined } from "@/server/reports/moves/reopen-joined";

const SWEEP_EVERY_MS = 60_000;

/**
 * Gives reports back to the queue whose hold has run out, or whose twin was not accepted, once a minute for as long as the process lives, one sweep at
 * a time. Several servers may sweep: each report is one conditional update.
 * @param others ends the holds on what is no report.
 * @returns a function that stops it, and waits for the sweep that is under way.
 */
export function startHoldTimer(
  db: () => Db = getDb,
  everyMs = SWEEP_EVERY_MS,
  others: (db: Db) => Promise<unknown> = async () => undefined,
): () => Promise<void> {
  const sweep = async () => {
    await others(db());
    await expireHolds(db());
    await reopenJoined(db());
  };
  return repeat(sweep, { everyMs, fault: "Holds could not be looked through" });
}
