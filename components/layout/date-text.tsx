import { useTranslations } from "next-intl";
import { dateInWords } from "@/domain/dates/in-words";

/**
 * Dates in the language the words around them are in: English on a Welsh page whose text is still English.
 * @returns a function from a partial ISO date to words.
 */
export function useDates(): (date: string) => string {
  const language = useTranslations("common")("dateLanguage") === "cy" ? "cy" : "en";
  return (date) => dateInWords(date, language);
}

/**
 * A day of which only the month is said. A source dated "April 2024" confirms from the first day of the month, which
 * must not read as if somebody had looked on that day.
 */
export function MonthText({ date }: { date: string }) {
  return <DateText date={date.slice(0, 7)} />;
}

/** A date as it is said, with its machine form for those who read by machine. */
export function DateText({ date }: { date: string }) {
  const inWords = useDates();
  return (
    <time dateTime={date} className="whitespace-nowrap">
      {inWords(date)}
    </time>
  );
}
