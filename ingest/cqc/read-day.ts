const MONTHS = [
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

/** Days as a spreadsheet counts them, from 1899-12-30; these are of 1954 to 2064. */
const SERIAL = { from: 20_000, to: 60_000, first: Date.UTC(1899, 11, 30), day: 86_400_000 };

/** A day as the regulator's files write it: 20/09/2017, 2017-09-20 (with or without a time), 20 September 2017, or a spreadsheet's number. */
export function readDay(cell: string): string | null {
  const text = cell.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (figures) return dayOf(Number(figures[3]), Number(figures[2]), Number(figures[1]));
  const words = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(text);
  if (words)
    return dayOf(Number(words[3]), MONTHS.indexOf((words[2] ?? "").toLowerCase()) + 1, Number(words[1]));
  const serial = /^\d{5}(?:\.0)?$/.test(text) ? Number(text) : 0;
  if (serial < SERIAL.from || serial > SERIAL.to) return null;
  return new Date(SERIAL.first + serial * SERIAL.day).toISOString().slice(0, 10);
}

/** The day for which a file speaks, by the words above its headings: "produced on 16 September 2026", "as at 1 October 2026". */
export function dayInTitle(text: string): string | null {
  const found = /(?:produced on|as at|as of)\s+(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]+) (\d{4})/i.exec(text);
  return found ? readDay(`${found[1]} ${found[2]} ${found[3]}`) : null;
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isOne = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1;
  return isOne && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}
