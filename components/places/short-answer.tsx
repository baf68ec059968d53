import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import type { PlaceAnswer } from "@/domain/places/place-answer";

/** The answer for a place in one short sentence, for a list of places. */
export function ShortAnswer({ answer }: { answer: PlaceAnswer }) {
  const t = useTranslations("places.shortAnswer");
  const inWords = useDates();
  switch (answer.key) {
    case "outsourced":
      return t("outsourced", {
        names: answer.providers.length,
        first: answer.providers[0] ?? "",
        second: answer.providers[1] ?? "",
      });
    case "not-outsourced":
    case "unclear":
    case "check-outsourced":
      return t(answer.isDue ? "due" : "once", {
        says: t(answer.key, { date: inWords(answer.checkedOn) }),
      });
    case "planned":
    case "not-looked":
    case "not-listed":
    case "cannot-say":
      return t(answer.key);
  }
}
