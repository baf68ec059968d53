import { useTranslations } from "next-intl";
import { type MomentWords, momentWords } from "@/domain/dates/moment-in-words";

/** Moments in the language the words around them are in: English on a Welsh page whose text is still English. */
export function useMoments(): MomentWords {
  return momentWords(useTranslations("common")("dateLanguage"));
}
