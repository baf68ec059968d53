import { firstDayOf } from "@/domain/dates/partial-date";

/**
 * The day on which a source confirmed what it says: the first day its own date can mean, and never later than `today`, the
 * day of an import or of a decision. Reading an article or a list of 2024 again does not make it fresh.
 */
export function confirmedOnOf({ publishedOn }: { publishedOn: string }, today: string): string {
  const own = firstDayOf(publishedOn);
  return own < today ? own : today;
}
