import type { DecisionVerdict, ReviewVerdict } from "@/domain/reports/proposal";
import { QUEUE_RULES, type QueueRule } from "@/domain/reports/queue-reason";

/** The days that the numbers of decisions look back. */
export const HEALTH_DAYS = 90;
/** An approval is asked for again when it is so many days old. */
export const STANDS_AFTER_DAYS = 30;
/** A fact is due again when it was last confirmed so many months ago. */
export const DUE_AFTER_MONTHS = 12;
/** What we aim at: half of the reports decided within so many seconds of being taken, and 95 of 100 within so many hours of being sent. */
export const AIM_SECONDS = 45;
export const AIM_HOURS = 48;

/** Days that a report has waited, from the first number up to the one before the next. */
export const AGE_FROM_DAYS = [0, 1, 2, 6, 14] as const;

export type Spread = {
  count: number;
  /** Null where there is none. */
  median: number | null;
  /** Of 100, 95 are at or below it. */
  ninetyFifth: number | null;
};

/** What was decided of reports that stood in the queue for one rule: a report that stood there for two is in both. */
export type ReasonOutcome = { rule: QueueRule; approved: number; sentBack: number; notAccepted: number };

export type WorkHealth = {
  /**
   * Hours from sending a report, also again or with an appeal, to the decision on it; of those `withinAim`. `overdue` wait for one still, for
   * longer than the aim.
   */
  hoursToDecision: Spread & { withinAim: number; overdue: number };
  /** Seconds from taking a report with a source to deciding it, of visits that ended in a decision. */
  secondsOfVisit: Spread;
  /** How many reports wait, by `AGE_FROM_DAYS`. */
  waitingByAge: number[];
  verdicts: { verdict: DecisionVerdict; count: number }[];
  /** By the rules for which reports stood in the queue, in the order in which the queue says them. */
  reasons: ReasonOutcome[];
  /** Of approvals that are `STANDS_AFTER_DAYS` old, how many still stand. */
  approvals: { count: number; standing: number };
  /** What reviewers said, and whether moderators then approved. */
  reviews: { verdict: ReviewVerdict; approved: number; notApproved: number }[];
  /** Services on the site, by whether they were confirmed lately. */
  due: { due: number; fresh: number };
};

/** The share of reports decided in time, as a whole percentage: one that waits too long has missed it already. Null of nothing. */
export function percentInTime({ count, withinAim, overdue }: WorkHealth["hoursToDecision"]): number | null {
  return wholePercent(withinAim, count + overdue);
}

/** The middle and the 95th of 100, by the nearest rank. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
  return { count: sorted.length, median: rank(0.5), ninetyFifth: rank(0.95) };
}

/** How many of these ages, in days, are in each span of `AGE_FROM_DAYS`. */
export function byAge(days: readonly number[]): number[] {
  return AGE_FROM_DAYS.map((from, index) => {
    const next = AGE_FROM_DAYS[index + 1] ?? Number.POSITIVE_INFINITY;
    return days.filter((age) => age < next && (age >= from || index === 0)).length;
  });
}

/** In the order in which the queue says them. */
export function inOrderOfRules(outcomes: readonly ReasonOutcome[]): ReasonOutcome[] {
  return QUEUE_RULES.flatMap((rule) => outcomes.find((one) => one.rule === rule) ?? []);
}

/** A share as a whole percentage, or null of nothing. Never rounded up to all or down to none. */
export function wholePercent(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const rounded = Math.round((100 * part) / whole);
  if (rounded === 100 && part < whole) return 99;
  return rounded === 0 && part > 0 ? 1 : rounded;
}
