import type { Locale } from "@/domain/language/locale";

const LANGUAGES: Readonly<Record<Locale, string>> = { en: "en-GB", cy: "cy-GB" };

/**
 * A date as it is said: "2024-04-18" is "18 April 2024", "2024-04" is "April 2024", "2024" is "2024".
 * @param date a partial ISO date; one that says only the month is never given a day.
 */
export function dateInWords(date: string, language: Locale): string {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return year;
  return formatOf(language, day !== undefined).format(new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`));
}

/** Making a format costs a thousand times more than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: Locale, withDay: boolean): Intl.DateTimeFormat {
  const key = `${language} ${withDay}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LANGUAGES[language], {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    ...(withDay ? { day: "numeric" } : {}),
  });
  formats.set(key, made);
  return made;
}
