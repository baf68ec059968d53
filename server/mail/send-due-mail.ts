import type { Db } from "@/db/client";
import { claimDueMail, type MailRow, markMailSent, markMailTried } from "@/db/queries/mail";
import { log } from "@/server/log";
import { describeMailError, type SendMail } from "@/server/mail/transport";

/** Tries before a mail is given up: with the waits below, after about a day. */
export const MAIL_TRIES = 14;
/** While one is being sent nobody else takes it; longer than a sender's own deadline. */
const LEASE_MS = 2 * 60_000;
const LONGEST_WAIT_MS = 4 * 60 * 60_000;

/** Milliseconds until the next try: half a minute, then twice as long each time, four hours at most. */
export function waitAfter(tries: number): number {
  return Math.min(30_000 * 2 ** (tries - 1), LONGEST_WAIT_MS);
}

/**
 * Sends what is due, one after the other. No transaction is open while a mail server is talked to. A mail can arrive
 * twice (when the process dies right after sending), never not at all.
 * @returns how many were sent and how many were not.
 */
export async function sendDueMail(
  db: Db,
  send: SendMail,
  { now = () => new Date(), limit = 100 }: { now?: () => Date; limit?: number } = {},
): Promise<{ sent: number; failed: number }> {
  const count = { sent: 0, failed: 0 };
  while (count.sent + count.failed < limit) {
    const until = new Date(now().getTime() + LEASE_MS);
    const mail = await claimDueMail(db, { now: now(), until });
    if (!mail) break;
    if (await sendOne(db, send, mail, now)) count.sent++;
    else count.failed++;
  }
  return count;
}

async function sendOne(db: Db, send: SendMail, mail: MailRow, now: () => Date): Promise<boolean> {
  try {
    await send(mail);
  } catch (error) {
    const { text, permanent } = describeMailError(error);
    const givenUp = permanent || mail.attempts >= MAIL_TRIES;
    const at = now();
    const next = givenUp ? null : new Date(at.getTime() + waitAfter(mail.attempts));
    await markMailTried(db, mail.id, { error: text, at, next });
    const { id, purpose, attempts } = mail;
    log.error({ mail: id, purpose, attempts, givenUp, reason: text }, "A mail could not be sent");
    return false;
  }
  await markMailSent(db, mail.id, now());
  return true;
}
