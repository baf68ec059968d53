/** The NHS counts its money from April to March: "2023-24" is April 2023 to March 2024. */

/** The last day of a financial year, ISO; null for what is none, such as "2023-25". */
export function lastDayOfFinancialYear(year: string): string | null {
  const [, first = "", second] = /^(\d{4})-(\d{2})$/.exec(year) ?? [];
  const next = Number(first) + 1;
  return second !== undefined && next % 100 === Number(second) ? `${next}-03-31` : null;
}

/** The financial year that a day is in. @param day ISO */
export function financialYearOf(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const first = month < 4 ? year - 1 : year;
  return `${first}-${String((first + 1) % 100).padStart(2, "0")}`;
}
