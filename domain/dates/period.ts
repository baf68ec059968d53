import type { PartialDate } from "./partial-date";

/**
 * The time a source describes, as short as it is said: the whole of April 2026 is `from` "2026-04" alone.
 * @param from and `to`: the first and the last day of it, or parts of days; either can be unknown.
 */
export function periodOf(
  from: PartialDate | null,
  to: PartialDate | null,
): { from: PartialDate | null; to: PartialDate | null } {
  if (from === null || to === null || from === to) return { from: from ?? to, to: null };
  if (from === firstOf(to) && isLastOfMonth(to)) return { from: to.slice(0, 7), to: null };
  return { from, to };
}

const firstOf = (day: string) => `${day.slice(0, 7)}-01`;

function isLastOfMonth(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}
