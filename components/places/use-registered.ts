import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import type { RunningServices } from "@/domain/pages/place-answer";
import type { RegistrationDoubt } from "@/domain/registrations/doubts";
import type { RegisteredAnswer } from "@/domain/registrations/registered";
import type { RegisteredForm } from "@/domain/registrations/registration";

/** What the regulator's register says of a practice, in a sentence or three. @param name of the place; none in a list of places. */
export function useRegistered(): (answer: RegisteredAnswer, name?: string) => string {
  const t = useTranslations("places.registered");
  const valuesOf = useValues();
  return (answer, name = "none") => t(`kinds.${answer.kind}`, valuesOf(answer, name));
}

/** The same of a practice that is on no official list any more: what was, with its day, whoever it was. */
export function useWasRegistered(): (answer: RegisteredAnswer, name?: string) => string {
  const t = useTranslations("places.registered");
  const valuesOf = useValues();
  return (answer, name = "none") => {
    const { reasons, ...values } = valuesOf(answer, name);
    return [t("was", values), reasons === "" ? "" : t("wasDoubt", { reasons })].filter(Boolean).join(" ");
  };
}

/**
 * Who runs what is outsourced at a place: at a practice since when and by which copy of the register, else when that was last confirmed. @param said without the register
 * @param name of the place; none in a list of places.
 */
export function useOutsourced(): (runs: RunningServices, said: string, name?: string) => string {
  const t = useTranslations("places.registered");
  const inWords = useDates();
  const valuesOf = useValues();
  return ({ services, providers, notNamed, registered, confirmedOn }, said, name = "none") => {
    if (!registered)
      return confirmedOn ? `${said} ${t("confirmed", { date: inWords(confirmedOn.slice(0, 7)) })}` : said;
    const isAll = services === 1 && providers.length === 1 && notNamed === 0;
    const values = valuesOf(registered, name);
    return isAll ? t("outsourced", values) : `${said} ${t("runs", values)}`;
  };
}

function useValues() {
  const t = useTranslations("places.registered");
  const why = useTranslations("services.claim.registrationDoubt");
  const inWords = useDates();
  return (answer: RegisteredAnswer, name: string) => registeredValues(answer, name, { t, why, inWords });
}

type Words = {
  t: (key: `holders.${RegisteredForm}`) => string;
  why: (doubt: RegistrationDoubt) => string;
  inWords: (date: string) => string;
};

/** What the sentences of `places.registered` are filled with. */
export function registeredValues(
  { form, holder, since, confirmedOn, doubts }: RegisteredAnswer,
  name: string,
  { t, why, inWords }: Words,
) {
  return {
    name,
    holder: holder ?? t(`holders.${form}`),
    date: inWords(since),
    copy: inWords(confirmedOn.slice(0, 7)),
    reasons: doubts.map((doubt) => why(doubt)).join("; "),
  };
}
