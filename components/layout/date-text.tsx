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

/** A date as it is said, with its machine form for those who read by machine. */
export function DateText({ date }: { date: string }) {
  const inWords = useDates();
  return (
    <time dateTime={date} className="whitespace-nowrap">
      {inWords(date)}
    </time>
  );
}
