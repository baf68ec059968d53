import type { Db } from "@/db/client";
import { forgetComplainants } from "@/db/queries/complaints";
import { deleteSpentMail } from "@/db/queries/mail";
import { removeOldSecurityEvents } from "@/db/queries/security-events";
import { deleteExpiredSessions } from "@/db/queries/sessions";
import { deleteExpiredSignInData } from "@/db/queries/sign-in-tokens";
import { KEEP_ADDRESS_DAYS } from "@/domain/complaints/complaint";

/** Sent and given-up mail stays this long, to answer "did you write to me?". Its text is gone before. */
export const KEEP_SPENT_MAIL_DAYS = 30;

/**
 * Removes what is over: sessions, sign-in links and codes, counts of tries, old mail, the security log of a year ago, and
 * the addresses of those whose complaint was answered.
 */
export async function removeExpired(db: Db, now = new Date()): Promise<void> {
  const day = 24 * 60 * 60_000;
  await deleteExpiredSignInData(db, now);
  await deleteExpiredSessions(db, now);
  await removeOldSecurityEvents(db);
  await forgetComplainants(db, new Date(now.getTime() - KEEP_ADDRESS_DAYS * day));
  await deleteSpentMail(db, new Date(now.getTime() - KEEP_SPENT_MAIL_DAYS * day));
}
