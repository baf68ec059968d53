import { type Db, getDb } from "@/db/client";
import { log } from "@/server/log";
import { wakeMailWorker } from "@/server/mail/mail-worker";
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
export function startAuditTimer(db: () => Db = getDb): () => void {
  let checking = false;
  const look = () => {
    if (checking) return;
    checking = true;
    checkAuditWhenDue(db())
      .catch((error: unknown) => log.error({ err: error }, "The audit could not be checked"))
      .finally(() => {
        checking = false;
      });
  };
  const first = setTimeout(look, FIRST_LOOK_MS);
  const timer = setInterval(look, LOOK_EVERY_MS);
  first.unref();
  timer.unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}
