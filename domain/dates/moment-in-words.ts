import type { Locale } from "@/domain/language/locale";

const LANGUAGES: Readonly<Record<Locale, string>> = { en: "en-GB", cy: "cy-GB" };

/** Says a moment in the words of a language, by the clock of the United Kingdom. */
export type MomentWords = {
  /** "21 November 2026" */
  day: (at: Date) => string;
  /** "21:42" */
  time: (at: Date) => string;
  /** "21 November 2026 at 21:42" */
  moment: (at: Date) => string;
};

/** @param language "cy" for Welsh, anything else for English: what the words around the date are in. */
export function momentWords(language: string): MomentWords {
  const locale = LANGUAGES[language === "cy" ? "cy" : "en"];
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: "Europe/London", hour12: false });
    return (at: Date) => made.format(at);
  };
  return {
    day: format({ dateStyle: "long" }),
    time: format({ timeStyle: "short" }),
    moment: format({ dateStyle: "long", timeStyle: "short" }),
  };
}
