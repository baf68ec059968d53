import { ukDayOf } from "@/domain/dates/partial-date";

/** How a moderator is told of work: as it comes, once a day, or not at all. */
export const MAIL_WISHES = ["immediate", "daily", "off"] as const;
export type MailWish = (typeof MAIL_WISHES)[number];

/** What happened since a moderator was last told. */
export type WorkNews = {
  /** Reports that came and wait for anybody. */
  arrived: number;
  /** Reports that somebody handed to them. */
  handedOver: number;
  /** Messages of authors about reports that they hold, or that they sent back for changes. */
  replies: number;
  /** Complaints about entries, confirmed and not answered. */
  complaints: number;
  /** Imports of others that wait for a second person. */
  imports: number;
  /** Tips that nobody has looked at, without those that something made dubious. */
  tips: number;
  /** Practices of which a newer register says something else than we do. */
  proposals: number;
  /** What others asked for that they can be the second person of. */
  second: number;
};

/** The hour, in the United Kingdom, from which the mail of a day is sent. */
export const DAILY_FROM_HOUR = 7;
/** As it comes means at most so often: ten reports in a minute are one mail. */
export const IMMEDIATE_MINUTES = 15;

const UK_HOUR = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "2-digit",
  hourCycle: "h23",
});

const UK_WEEKDAY = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", weekday: "short" });

/** The Monday whose weekly mail is due now, ISO; null on every other day and before seven. */
export function weeklyDueOn(now: Date): string | null {
  const isDue = UK_WEEKDAY.format(now) === "Mon" && Number(UK_HOUR.format(now)) >= DAILY_FROM_HOUR;
  return isDue ? ukDayOf(now) : null;
}

/** Whether somebody who was last told then is told now, if there is anything to tell. */
export function isDueToTell(wish: MailWish, toldAt: Date, now: Date): boolean {
  if (wish === "off") return false;
  if (wish === "immediate") return now.getTime() - toldAt.getTime() >= IMMEDIATE_MINUTES * 60_000;
  return ukDayOf(toldAt) < ukDayOf(now) && Number(UK_HOUR.format(now)) >= DAILY_FROM_HOUR;
}
