import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import type { RegisteredAnswer } from "@/domain/registrations/registered";

/** What the regulator's register says of a practice, in a sentence or three. @param name of the place; none in a list of places. */
export function useRegistered(): (answer: RegisteredAnswer, name?: string) => string {
  const t = useTranslations("places.registered");
  const why = useTranslations("services.claim.registrationDoubt");
  const inWords = useDates();
  return ({ kind, form, holder, since, confirmedOn, doubts }, name = "none") =>
    t(`kinds.${kind}`, {
      name,
      holder: holder ?? t(`holders.${form}`),
      date: inWords(since),
      copy: inWords(confirmedOn.slice(0, 7)),
      reasons: doubts.map((doubt) => why(doubt)).join("; "),
    });
}

/** The same of a practice that is on no official list any more: what was, with its day, whoever it was. */
export function useWasRegistered(): (answer: RegisteredAnswer, name?: string) => string {
  const t = useTranslations("places.registered");
  const why = useTranslations("services.claim.registrationDoubt");
  const inWords = useDates();
  return ({ form, holder, since, confirmedOn, doubts }, name = "none") =>
    [
      t("was", {
        name,
        holder: holder ?? t(`holders.${form}`),
        date: inWords(since),
        copy: inWords(confirmedOn.slice(0, 7)),
      }),
      ...(doubts.length > 0
        ? [t("wasDoubt", { reasons: doubts.map((doubt) => why(doubt)).join("; ") })]
        : []),
    ].join(" ");
}
