import type { Locale } from "@/domain/language/locale";

const LANGUAGES: Readonly<Record<Locale, string>> = { en: "en-GB", cy: "cy-GB" };

/**
 * A date as it is said: "2024-04-18" is "18 April 2024", "2024-04" is "April 2024", "2024" is "2024".
 * @param date a partial ISO date; one that says only the month is never given a day.
 */
export function dateInWords(date: string, language: Locale): string {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return year;
  return new Intl.DateTimeFormat(LANGUAGES[language], {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    ...(day === undefined ? {} : { day: "numeric" }),
  }).format(new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`));
}
