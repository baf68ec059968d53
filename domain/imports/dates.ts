import { type PartialDate, partialDateSchema } from "@/domain/dates/partial-date";

/** In which order the day and the month of "03/04/2024" stand in a file, as far as its other dates tell. */
export type DateOrder = "day-first" | "month-first" | "not-told";

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;
/** "1 March 2024", "01-Apr-24", "Apr-24", "March 2024"; "March 24" may be a day. */
const WORDED = /^(?:(\d{1,2})(?:st|nd|rd|th)?[ /-])?([a-z]{3,9})\.?,?(?: |-|\/)(\d{4}|\d{2})$/i;
/** A year of two figures from here on is of the last century; the NHS began in 1948. */
const LAST_CENTURY = 48;
const NAMES = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/**
 * A date such as 25/12/2024 tells the order of all of them; one that can only be read the other way round makes every
 * slashed date of the file doubtful.
 */
export function dateOrderOf(texts: readonly string[]): DateOrder {
  return texts.reduce<DateOrder>(dateOrderWith, "not-told");
}

/** What the dates so far told, and one more. */
export function dateOrderWith(order: DateOrder, text: string): DateOrder {
  if (order === "month-first") return order;
  const [, first = "0", second = "0"] = SLASHED.exec(text.trim()) ?? [];
  if (Number(second) > 12) return "month-first";
  return Number(first) > 12 ? "day-first" : order;
}

/** Whether a date is another day with the month first. */
export function isEitherWay(text: string): boolean {
  const [, first, second] = SLASHED.exec(text.trim()) ?? [];
  return (
    first !== undefined && Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second)
  );
}

export type DateReading = { date: PartialDate } | { problem: "date-unreadable" | "date-month-first" };

/**
 * Reads ISO dates ("2024-03-01", "2024-03", "2024"), day/month/year, and dates in words ("1 March 2024", "March 2024", "01-Apr-24").
 * "03/04/2024" is read day first, as lists in the United Kingdom are, unless a date of the list has its month first; where none tells
 * which it is, the import says so (`isEitherWay`).
 */
export function readDate(typed: string, order: DateOrder): DateReading {
  const text = typed.trim().replace(/\s+/g, " ");
  const slashed = SLASHED.exec(text);
  if (slashed) {
    const [, day = "", month = "", year = ""] = slashed;
    if (order === "month-first") return { problem: "date-month-first" };
    return real(`${wholeYear(year)}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  }
  const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text);
  if (yearFirst) {
    const [, year, month = "", day = ""] = yearFirst;
    return real(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  }
  // A spreadsheet's own date comes with midnight behind it.
  const iso = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ]00:00:00(?:\.0+)?Z?)?$/.exec(text)?.[1];
  return real(iso ?? inWords(text));
}

function inWords(text: string): string {
  const [, day, name = "", year = ""] = WORDED.exec(text) ?? [];
  const month = NAMES.findIndex(
    (full) => full === name.toLowerCase() || full.slice(0, 3) === name.toLowerCase(),
  );
  // "March 24" without a hyphen can be a day of a year that is not said.
  if (month === -1 || (day === undefined && year.length === 2 && !text.includes("-"))) return "";
  const head = `${wholeYear(year)}-${String(month + 1).padStart(2, "0")}`;
  return day === undefined ? head : `${head}-${day.padStart(2, "0")}`;
}

function wholeYear(year: string): string {
  if (year.length === 4) return year;
  return `${Number(year) >= LAST_CENTURY ? "19" : "20"}${year}`;
}

function real(text: string): DateReading {
  const parsed = partialDateSchema.safeParse(text);
  return parsed.success ? { date: parsed.data } : { problem: "date-unreadable" };
}
