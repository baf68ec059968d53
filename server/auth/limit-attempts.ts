import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import type { Db } from "@/db/client";
import { rateLimits } from "@/db/schema/campaigners";
import { TooManyRequestsError } from "@/domain/errors";
import type { RetentionKey } from "@/domain/privacy/retention";
import { pseudonym } from "@/server/auth/sign-in-secrets";

/** For so long what a browser is asked to work out can be sent. */
export const WORK_MINUTES = 10;

/** How many in how many seconds. Counted in the database, so that it holds over several servers and a restart. */
export const ATTEMPT_LIMITS = {
  /** Mails to one address: a nuisance for its owner, who asked for none of them. */
  "mail-to": { points: 5, duration: 15 * 60 },
  /** Mails asked for from one network address; an office or a mobile network shares one. */
  "mail-from": { points: 40, duration: 60 * 60 },
  /** Reports kept for somebody who has yet to sign in. Apart from mails: who writes much must still be able to sign in. */
  "draft-from": { points: 40, duration: 60 * 60 },
  /** Mails asked for to addresses of one mail domain that is not open to everybody: it can have as many addresses as it likes. */
  "mail-domain": { points: 60, duration: 60 * 60 },
  /** Complaints and tips from one network address. */
  "complaint-from": { points: 20, duration: 60 * 60 },
  /** The same with addresses of one such mail domain; what is more is flagged. */
  "complaint-domain": { points: 20, duration: 60 * 60 },
  /** Receipts to one address: who gives somebody else's must not fill it. */
  "receipt-to": { points: 3, duration: 24 * 60 * 60 },
  /** Links to one address that confirm what was sent. */
  "link-to": { points: 3, duration: 24 * 60 * 60 },
  /** What a browser worked out for one form, which is good for one. */
  "work-done": { points: 1, duration: WORK_MINUTES * 60 },
  /** Codes typed from one network address. Each code has its own, lower limit. */
  "code-from": { points: 40, duration: 60 * 60 },
  /** Codes of an authenticator app, and recovery codes, for one account: six digits could be guessed. */
  "second-factor": { points: 10, duration: 15 * 60 },
} as const;

export type Limit = keyof typeof ATTEMPT_LIMITS;

/** As what the privacy page tells that a pseudonym is kept. */
export function keptAs(limit: Limit): RetentionKey {
  return limit === "receipt-to" || limit === "link-to" ? "receipts" : "attempts";
}

/**
 * Counts one more, and refuses it when there were too many. `who` is kept as a pseudonym only.
 * @throws TooManyRequestsError
 */
export async function limitAttempts(db: Db, limit: Limit, who: string): Promise<void> {
  const limiter = new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: limit,
    clearExpiredByTimeout: false, // the mail worker's housekeeping does
    ...ATTEMPT_LIMITS[limit],
  });
  try {
    await limiter.consume(pseudonym(who));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new TooManyRequestsError(Math.ceil(refusal.msBeforeNext / 1000));
  }
}

/** The same, for what goes on in another way when there were too many. @returns whether there were not. */
export async function isWithinLimit(db: Db, limit: Limit, who: string): Promise<boolean> {
  try {
    await limitAttempts(db, limit, who);
    return true;
  } catch (error) {
    if (error instanceof TooManyRequestsError) return false;
    throw error;
  }
}
