import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { CompanyLink } from "@/components/places/company-link";
import { useDoubt } from "@/components/places/use-doubt";
import { useOutsourced, useRegistered, useWasRegistered } from "@/components/places/use-registered";
import { useWhose } from "@/components/places/use-whose";
import type { Nation } from "@/domain/areas/area";
import type { PlaceAnswer } from "@/domain/pages/place-answer";

/** The answer for a place in a sentence or two, whose it is first. */
export function PlaceAnswerText(props: {
  answer: PlaceAnswer;
  /** Of the place: the sentence must survive being copied. */
  name: string;
  nation: Nation | null;
}) {
  const whose = useWhose();
  const { operator } = props.answer;
  if (!operator) return <Rest {...props} />;
  return (
    <>
      {whose(operator, props.name)} <Rest {...props} />
    </>
  );
}

function Rest({ answer, name, nation }: { answer: PlaceAnswer; name: string; nation: Nation | null }) {
  const t = useTranslations("places.answer");
  const nations = useTranslations("common.nation");
  const doubt = useDoubt();
  const outsourced = useOutsourced();
  const registered = useRegistered();
  const wasRegistered = useWasRegistered();
  const inWords = useDates();
  switch (answer.key) {
    case "outsourced":
    case "services-here":
    case "inside":
    case "no-longer-listed":
    case "little-activity":
    case "kind-not-known": {
      const { services, providers, notNamed } = answer;
      const said = t(answer.key, {
        services,
        name,
        names: providers.length,
        first: providers[0] ?? "",
        second: providers[1] ?? "",
        third: providers[2] ?? "",
        notNamed,
        month: answer.key === "little-activity" ? inWords(answer.month) : "",
      });
      return [outsourced(answer, said, name), doubt(answer)].filter(Boolean).join(" ");
    }
    case "announced-and-listed":
      return t("announced-and-listed", {
        announced: inWords(answer.announcedOn),
        listed: inWords(answer.listedOn),
        name,
      });
    case "none-found":
      return t(answer.operator?.isNhs ? "none-found-nhs" : "none-found");
    case "registered":
      return (
        <>
          {registered(answer.registered, name)}
          <CompanyLink answer={answer.registered} />
        </>
      );
    case "was-registered":
      return wasRegistered(answer.registered, name);
    case "planned":
      return t("planned", { services: answer.services, name });
    case "not-outsourced":
    case "unclear":
    case "check-outsourced": {
      const date = inWords(answer.checkedOn);
      return [t(answer.key, { date, name }), answer.isDue ? t("isDue") : ""].filter(Boolean).join(" ");
    }
    case "not-looked":
    case "has-code":
    case "head-office":
    case "not-listed":
      return t(answer.key, { name });
    case "cannot-say":
      return nation === null
        ? t("cannot-say-anywhere", { name })
        : t("cannot-say", { name, nation: nations(nation) });
  }
}
