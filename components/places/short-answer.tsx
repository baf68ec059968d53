import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { CompanyLink } from "@/components/places/company-link";
import { useDoubt } from "@/components/places/use-doubt";
import { useOutsourced, useRegistered, useWasRegistered } from "@/components/places/use-registered";
import { useWhose } from "@/components/places/use-whose";
import type { PlaceAnswer } from "@/domain/pages/place-answer";

/** The answer for a place in one short sentence, for a list of places. */
export function ShortAnswer({ answer }: { answer: PlaceAnswer }) {
  const whose = useWhose();
  return answer.operator ? (
    <>
      {whose(answer.operator, null)} <ShortRest answer={answer} />
    </>
  ) : (
    <ShortRest answer={answer} />
  );
}

function ShortRest({ answer }: { answer: PlaceAnswer }) {
  const t = useTranslations("places.shortAnswer");
  const doubt = useDoubt();
  const outsourced = useOutsourced();
  const registered = useRegistered();
  const wasRegistered = useWasRegistered();
  const inWords = useDates();
  const month = (of: PlaceAnswer) => (of.key === "little-activity" ? inWords(of.month) : "");
  switch (answer.key) {
    case "outsourced":
    case "services-here":
    case "inside":
    case "no-longer-listed":
    case "little-activity":
    case "kind-not-known": {
      const [first = "", second = ""] = answer.providers;
      const said = t(answer.key, {
        services: answer.services,
        names: answer.providers.length,
        first,
        second,
        month: month(answer),
      });
      return [outsourced(answer, said), doubt(answer)].filter(Boolean).join(" ");
    }
    case "not-outsourced":
    case "unclear":
    case "check-outsourced":
      return t(answer.isDue ? "due" : "once", {
        says: t(answer.key, { date: inWords(answer.checkedOn) }),
      });
    case "announced-and-listed":
      return t("announced-and-listed", {
        announced: inWords(answer.announcedOn),
        listed: inWords(answer.listedOn),
      });
    case "none-found":
      return t(answer.operator?.isNhs ? "none-found-nhs" : "none-found");
    case "registered":
      return (
        <>
          {registered(answer.registered)}
          <CompanyLink answer={answer.registered} />
        </>
      );
    case "was-registered":
      return wasRegistered(answer.registered);
    case "planned":
    case "not-looked":
    case "has-code":
    case "head-office":
    case "not-listed":
    case "cannot-say":
      return t(answer.key);
  }
}
