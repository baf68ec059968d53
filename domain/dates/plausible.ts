import { firstDayOf, type PartialDate } from "@/domain/dates/partial-date";

/** The NHS began in July 1948: nobody ran a service for it before. */
const NHS_BEGAN = "1948";
/** Older documents than this say nothing of the NHS; the year is nearly always a slip. */
const OLDEST_SOURCE = "1900";
/** A planned service may open next year; nothing of ours begins in another decade. */
const YEARS_AHEAD = 5;

/** No contract for care runs longer than this. */
const LONGEST_CONTRACT = 40;

export type DateProblem =
  | "date-not-yet"
  | "date-before-nhs"
  | "date-too-old"
  | "date-too-far"
  | "start-not-yet"
  | "change-not-yet";

/** A document that carries a day to come cannot have said anything yet, so it never counts as said today. */
export function problemOfSourceDate(date: PartialDate, today: string): DateProblem | null {
  if (firstDayOf(date) > today) return "date-not-yet";
  return date < OLDEST_SOURCE ? "date-too-old" : null;
}

/** When somebody was there, or looked: in the NHS's time, and not to come. */
export function problemOfDayThere(date: PartialDate, today: string): DateProblem | null {
  if (firstDayOf(date) > today) return "date-not-yet";
  return date < NHS_BEGAN ? "date-before-nhs" : null;
}

/** When another took over, or a service moved or ended: in the NHS's time, and not to come. Nothing would look at the day again. */
export function problemOfChange(date: PartialDate, today: string): DateProblem | null {
  if (date < NHS_BEGAN) return "date-before-nhs";
  return firstDayOf(date) > today ? "change-not-yet" : null;
}

/** When a service began: in the NHS's time, and not to come for one that is said to run. */
export function problemOfStart(
  date: PartialDate,
  status: "operating" | "planned",
  today: string,
): DateProblem | null {
  if (date < NHS_BEGAN) return "date-before-nhs";
  if (firstDayOf(date) > `${Number(today.slice(0, 4)) + YEARS_AHEAD}-12-31`) return "date-too-far";
  return status === "operating" && firstDayOf(date) > today ? "start-not-yet" : null;
}

/** A day on which a contract starts or ends: in the NHS's time, and not further ahead than contracts run. */
export function problemOfContractDay(date: PartialDate, today: string): DateProblem | null {
  if (date < NHS_BEGAN) return "date-before-nhs";
  return Number(date.slice(0, 4)) > Number(today.slice(0, 4)) + LONGEST_CONTRACT ? "date-too-far" : null;
}
