import { type Db, getDb } from "@/db/client";
import { wakeMailWorker } from "@/server/mail/mail-worker";
import { repeat } from "@/server/repeat";
import { checkAudit, findAuditCheck } from "@/server/security/check-audit";

const LOOK_EVERY_MS = 60 * 60_000;
const FIRST_LOOK_MS = 60_000;
export const CHECK_EVERY_MS = 24 * 60 * 60_000;

/** Checks the audit when the last check is a day old. Of several servers two may check at once; the mail is queued once. */
export async function checkAuditWhenDue(db: Db, now = new Date()): Promise<boolean> {
  const last = await findAuditCheck(db);
  if (last && now.getTime() - Date.parse(last.at) < CHECK_EVERY_MS) return false;
  await checkAudit(db, now);
  wakeMailWorker();
  return true;
}

/**
 * Looks a minute after the start and then every hour, for as long as the process lives, one check at a time.
 * @returns a function that stops it.
 */
export function startAuditTimer(db: () => Db = getDb): () => Promise<void> {
  return repeat(() => checkAuditWhenDue(db()), {
    everyMs: LOOK_EVERY_MS,
    firstMs: FIRST_LOOK_MS,
    fault: "The audit could not be checked",
  });
}
