/**
 * What one account may do in a minute and in a day. More in a minute than anybody types; more in a day than anybody writes
 * by hand (lists come as imports). Counted in the database under a lock of the account, so that requests sent at once are
 * counted one after the other.
 */
export const ACCOUNT_LIMITS = {
  /** A report sent, sent again or appealed. */
  submit: { minute: 10, day: 50 },
  /** A draft begun, or a change to a report kept. */
  edit: { minute: 20, day: 300 },
  message: { minute: 10, day: 100 },
  review: { minute: 10, day: 200 },
  /** A page that we are asked to read: each is a request to somebody else's server. */
  link: { minute: 6, day: 100 },
  /** A problem with an entry, or a tip. */
  complaint: { minute: 5, day: 50 },
  /** A photograph or document begun. */
  file: { minute: 12, day: 60 },
} as const satisfies Record<string, { minute: number; day: number }>;

export type AccountAction = keyof typeof ACCOUNT_LIMITS;

/** Drafts that one account keeps. */
export const DRAFTS_EACH = 20;
/** Messages in one conversation: as long as anybody could follow it. */
export const MESSAGES_A_REPORT = 200;
/** Letters of one message. */
export const MESSAGE_LETTERS = 4000;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Pure: whether one more is too many.
 * @param before when the account did the same before, within the last day, in any order.
 * @returns the seconds until it may go on, or null when it may now.
 */
export function secondsToWait(kind: AccountAction, before: readonly Date[], now: Date): number | null {
  const { minute, day } = ACCOUNT_LIMITS[kind];
  const waits = [waitFor(before, now, MINUTE, minute), waitFor(before, now, DAY, day)].filter(
    (wait) => wait !== null,
  );
  return waits.length === 0 ? null : Math.max(...waits);
}

function waitFor(before: readonly Date[], now: Date, span: number, limit: number): number | null {
  const within = before.map((at) => at.getTime()).filter((at) => at > now.getTime() - span);
  if (within.length < limit) return null;
  // One more may come once so many have left the span that fewer than the limit remain in it.
  const [leaves = now.getTime()] = within.sort((a, b) => a - b).slice(within.length - limit);
  return Math.max(1, Math.ceil((leaves + span - now.getTime()) / 1000));
}
