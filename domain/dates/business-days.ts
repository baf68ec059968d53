import { ukDayOf } from "@/domain/dates/partial-date";

/** As published at gov.uk/bank-holidays for England and Wales, with the days that stand in for those at a weekend. */
const PUBLISHED: Readonly<Record<number, readonly string[]>> = {
  2026: ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"],
  2027: ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"],
};

const known = new Map<number, ReadonlySet<string>>();

/**
 * The bank holidays of a year in England and Wales, Good Friday and Christmas Day among them, ISO, in order: as published, or by the rule for
 * a year of which nothing is published yet. A day that a proclamation adds or moves has to be written into the list.
 */
export function bankHolidays(year: number): ReadonlySet<string> {
  const kept = known.get(year);
  if (kept) return kept;
  const days = new Set(PUBLISHED[year]?.map((day) => `${year}-${day}`) ?? bankHolidaysByRule(year));
  known.set(year, days);
  return days;
}

/** The rule since 1978: three days move with a weekend, the others are Mondays or move with Easter. ISO, in order. */
export function bankHolidaysByRule(year: number): string[] {
  const christmas = utc(year, 12, 25);
  const falls = weekday(christmas);
  const easter = easterSunday(year);
  return [
    onWeekday(utc(year, 1, 1)),
    plusDays(easter, -2),
    plusDays(easter, 1),
    mondayFrom(utc(year, 5, 1)),
    mondayFrom(utc(year, 5, 25)),
    mondayFrom(utc(year, 8, 25)),
    // On a Saturday Monday stands in, on a Sunday Tuesday, as Boxing Day has the Monday to itself.
    plusDays(christmas, falls === 6 || falls === 0 ? 2 : 0),
    // Behind a Friday or a Saturday it is at a weekend itself.
    plusDays(christmas, falls === 5 || falls === 6 ? 3 : 1),
  ]
    .map(isoOf)
    .sort();
}

/** Monday to Friday, and no bank holiday in England and Wales. @param day ISO, in the United Kingdom. */
export function isBusinessDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  const isWeekend = weekday(at) === 0 || weekday(at) === 6;
  return !isWeekend && !bankHolidays(at.getUTCFullYear()).has(day);
}

/** The moment at which a day begins in the United Kingdom. */
export function ukMidnight(day: string): Date {
  const inWinter = new Date(`${day}T00:00:00Z`);
  const inSummer = new Date(inWinter.getTime() - HOUR);
  return ukDayOf(inSummer) === day ? inSummer : inWinter;
}

/** So many days later, ISO. */
export function laterDay(day: string, days: number): string {
  return isoOf(plusDays(new Date(`${day}T00:00:00Z`), days));
}

const HOUR = 3_600_000;

/** The moment when so many hours of business days have passed. What falls on another day does not count at all. */
export function afterBusinessHours(from: Date, hours: number): Date {
  let left = hours * HOUR;
  let at = from.getTime();
  for (;;) {
    const day = ukDayOf(new Date(at));
    const end = ukMidnight(laterDay(day, 1)).getTime();
    if (isBusinessDay(day)) {
      if (left <= end - at) return new Date(at + left);
      left -= end - at;
    }
    at = end;
  }
}

/** Hours of business days between two moments; none when the second is earlier. */
export function businessHoursBetween(from: Date, to: Date): number {
  let passed = 0;
  for (let at = from.getTime(); at < to.getTime(); ) {
    const day = ukDayOf(new Date(at));
    const end = Math.min(ukMidnight(laterDay(day, 1)).getTime(), to.getTime());
    if (isBusinessDay(day)) passed += end - at;
    at = end;
  }
  return passed / HOUR;
}

const utc = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day));
const weekday = (at: Date) => at.getUTCDay();
const isoOf = (at: Date) => at.toISOString().slice(0, 10);
const plusDays = (at: Date, days: number) => new Date(at.getTime() + days * 24 * HOUR);
/** The first Monday on or after a day. */
const mondayFrom = (at: Date) => plusDays(at, (8 - weekday(at)) % 7);
/** The day itself, or the Monday after it. */
const onWeekday = (at: Date) =>
  weekday(at) === 6 ? plusDays(at, 2) : weekday(at) === 0 ? plusDays(at, 1) : at;

/** Gregorian Easter (Meeus, Jones and Butcher). */
function easterSunday(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor((b + 8) / 25);
  const e = Math.floor((b - d + 1) / 3);
  const f = (19 * a + b - Math.floor(b / 4) - e + 15) % 30;
  const g = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - f - (c % 4)) % 7;
  const h = Math.floor((a + 11 * f + 22 * g) / 451);
  const month = Math.floor((f + g - 7 * h + 114) / 31);
  return utc(year, month, ((f + g - 7 * h + 114) % 31) + 1);
}
