import type { Db } from "@/db/client";
import { deleteSpentMail } from "@/db/queries/mail";
import { removeOldSecurityEvents } from "@/db/queries/security-events";
import { deleteExpiredSessions } from "@/db/queries/sessions";
import { deleteExpiredSignInData } from "@/db/queries/sign-in-tokens";

/** Sent and given-up mail stays this long, to answer "did you write to me?". Its text is gone before. */
export const KEEP_SPENT_MAIL_DAYS = 30;

/** Removes what is over: sessions, sign-in links and codes, counts of tries, old mail, and the security log of a year ago. */
export async function removeExpired(db: Db, now = new Date()): Promise<void> {
  await deleteExpiredSignInData(db, now);
  await deleteExpiredSessions(db, now);
  await removeOldSecurityEvents(db);
  await deleteSpentMail(db, new Date(now.getTime() - KEEP_SPENT_MAIL_DAYS * 24 * 60 * 60_000));
}
