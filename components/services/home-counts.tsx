import { useTranslations } from "next-intl";
import { useCountingValue } from "@/components/counting/definition-in-words";
import { useDates } from "@/components/layout/date-text";
import { type Counts, checkedBetween } from "@/domain/figures/count";

/** The headline counts in words: each number says what it counts. */
export function HomeCounts({ counts }: { counts: Counts }) {
  const t = useTranslations("home.answer");
  const inWords = useDates();
  const counting = useCountingValue()(counts.definition);
  const { services, places, providers, notNamed, planned, mayHaveEnded, noLongerListed } = counts;
  const { from, date } = checkedBetween(counts);
  const sentences = [
    services === 0
      ? t("none", { counting })
      : providers === 0
        ? t("runningNotNamed", { services, places, counting })
        : t("running", { services, places, providers, notNamed, counting }),
    date ? t("lastChecked", { services, date: inWords(date), from: from ? inWords(from) : "none" }) : "",
    mayHaveEnded > 0 ? t("mayHaveEnded", { ended: mayHaveEnded }) : "",
    noLongerListed > 0 ? t("noLongerListed", { gone: noLongerListed }) : "",
    planned > 0 ? t("planned", { planned }) : "",
  ];
  return sentences.filter(Boolean).join(" ");
}
