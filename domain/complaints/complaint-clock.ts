import type { ComplaintKind } from "@/domain/complaint-kinds";
import type { ComplaintLaw } from "@/domain/complaints/complaint-law";
import { afterBusinessHours, businessHoursBetween, laterDay, ukMidnight } from "@/domain/dates/business-days";
import { ukDayOf } from "@/domain/dates/partial-date";

/** Hours of business days in which a complaint is decided: what it is about is disputed or off the site, or it is answered. */
export const DECIDE_HOURS = 48;
/** Days in which it is answered. */
export const REPLY_DAYS = 14;
/** Days in which a complaint about personal data is acknowledged. */
export const ACKNOWLEDGE_DAYS = 30;
/** Days that somebody who posted a statement has to reply to a notice, in England and Wales. */
export const POSTER_DAYS = 5;

export type ComplaintClocks = {
  decideBy: Date;
  /** Whether the law sets that hour, or we do. */
  isStatutory: boolean;
  /** The end of the last day for an answer. */
  replyBy: Date;
  /** The end of the last day for an acknowledgement; null where the law asks for none. */
  acknowledgeBy: Date | null;
};

/**
 * What is due when, from when a complaint came. Every complaint has the clock of a notice of defamation in England and Wales (section 5 of
 * the Defamation Act 2013 and its regulations of 2013), as we cannot know what a court would call it; of one under the law of Scotland or
 * Northern Ireland, where there is no such notice, it is ours alone.
 */
export function complaintClocks(
  { kind, law }: { kind: ComplaintKind; law: ComplaintLaw | null },
  receivedAt: Date,
): ComplaintClocks {
  return {
    decideBy: afterBusinessHours(receivedAt, DECIDE_HOURS),
    isStatutory: kind === "defamation" && law === "england-wales",
    replyBy: endOfDay(receivedAt, REPLY_DAYS),
    acknowledgeBy: kind === "names-a-person" ? endOfDay(receivedAt, ACKNOWLEDGE_DAYS) : null,
  };
}

/** Until when whoever posted a statement can reply to a notice that is sent to them now: midnight at the end of the fifth day after. */
export function posterReplyBy(sentAt: Date): Date {
  return endOfDay(sentAt, POSTER_DAYS);
}

/** Hours of business days that are left, rounded down, and whether the hour is past. */
export type TimeLeft = { hours: number; isOver: boolean };

export function timeLeft(by: Date, now: Date): TimeLeft {
  return { hours: Math.floor(businessHoursBetween(now, by)), isOver: by.getTime() <= now.getTime() };
}

/** Midnight at the end of a day so many days after the day of a moment, in the United Kingdom. */
function endOfDay(moment: Date, days: number): Date {
  return ukMidnight(laterDay(ukDayOf(moment), days + 1));
}
