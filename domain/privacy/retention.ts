import { keysOf } from "@/domain/lists/keys-of";
import { DAYS_A_TASK_IS_TAKEN } from "@/domain/to-do/task";

export type Period = { count: number; unit: "minutes" | "hours" | "days" | "months" };

/**
 * What is removed by itself, and after how long: the one list that the job keeps (server/privacy/keep-retention.ts) and the
 * privacy page tells. The job looks once an hour.
 */
export const RETENTION = {
  /** From when something was last added to it; it was neither sent nor saved as a draft. */
  pendingDrafts: { count: 7, unit: "days" },
  /** From the mail. */
  signInLinks: { count: 60, unit: "minutes" },
  signInCodes: { count: 15, unit: "minutes" },
  /** From signing in. */
  sessions: { count: 30, unit: "days" },
  /** Pseudonyms of networks, mail addresses and accounts whose attempts are counted; the longest of several counts. */
  attempts: { count: 1, unit: "hours" },
  /** Pseudonyms of mail addresses that receipts for complaints go to. */
  receipts: { count: 1, unit: "days" },
  /** What an account sent, without the words, to keep limits of a minute and a day. */
  accountActions: { count: 2, unit: "days" },
  /** What an account looks up, from when it said so (domain/to-do/task.ts). */
  takenTasks: { count: DAYS_A_TASK_IS_TAKEN, unit: "days" },
  /** An address that was invited and never signed in, from the last invitation. */
  invitations: { count: 90, unit: "days" },
  /** From when it left; its text goes as it leaves. */
  mail: { count: 30, unit: "days" },
  securityLog: { count: 12, unit: "months" },
  /** Of somebody who told us that an entry is wrong or that something is missing, from our answer. */
  complaintAddresses: { count: 90, unit: "days" },
  /** What they wrote, from our answer. */
  complaintTexts: { count: 12, unit: "months" },
  /** What was sent without an account and waits for its sender to open the link that we mailed. */
  unconfirmed: { count: 7, unit: "days" },
  /** Which reports a moderator decided together, from when they were chosen; the decisions stay. They can be taken back for as long. */
  bulkRuns: { count: 90, unit: "days" },
  /** From the last change. */
  drafts: { count: 12, unit: "months" },
  /** Photographs and documents that were begun and not finished, from the last part; those of a report that is gone go with the next look. */
  uploads: { count: 1, unit: "days" },
  /** Reports that were not accepted, or withdrawn: what was typed in them goes, from the last change. */
  unpublishedReports: { count: 12, unit: "months" },
} as const satisfies Record<string, Period>;

export type RetentionKey = keyof typeof RETENTION;
export const RETENTION_KEYS = keysOf(RETENTION);

/** The moment so long before `now`. */
export function before(now: Date, { count, unit }: Period): Date {
  const at = new Date(now);
  if (unit === "months") at.setUTCMonth(at.getUTCMonth() - count);
  else if (unit === "days") at.setUTCDate(at.getUTCDate() - count);
  else at.setTime(at.getTime() - count * (unit === "hours" ? 3600_000 : 60_000));
  return at;
}
