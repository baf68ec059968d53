import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { useDoubt } from "@/components/places/use-doubt";
import type { Nation } from "@/domain/areas/area";
import type { PlaceAnswer } from "@/domain/pages/place-answer";

/** The answer for a place in a sentence or two. */
export function PlaceAnswerText({ answer, nation }: { answer: PlaceAnswer; nation: Nation | null }) {
  const t = useTranslations("places.answer");
  const nations = useTranslations("common.nation");
  const doubt = useDoubt();
  const inWords = useDates();
  switch (answer.key) {
    case "outsourced":
    case "inside":
    case "no-longer-listed":
    case "kind-not-known": {
      const { services, providers, notNamed } = answer;
      const said = t(answer.key, {
        services,
        names: providers.length,
        first: providers[0] ?? "",
        second: providers[1] ?? "",
        third: providers[2] ?? "",
        notNamed,
      });
      return [said, doubt(answer)].filter(Boolean).join(" ");
    }
    case "planned":
      return t("planned", { services: answer.services });
    case "not-outsourced":
    case "unclear":
    case "check-outsourced": {
      const date = inWords(answer.checkedOn);
      return [t(answer.key, { date }), answer.isDue ? t("isDue") : ""].filter(Boolean).join(" ");
    }
    case "not-looked":
    case "has-code":
    case "head-office":
    case "not-listed":
      return t(answer.key);
    case "cannot-say":
      return nation === null ? t("cannot-say-anywhere") : t("cannot-say", { nation: nations(nation) });
  }
}
