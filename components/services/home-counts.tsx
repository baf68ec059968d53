import { useTranslations } from "next-intl";
import { useCountingValue } from "@/components/counting/definition-in-words";
import { useDates } from "@/components/layout/date-text";
import { type Counts, checkedBetween } from "@/domain/figures/count";

/** The headline count in one sentence that can be quoted, and what has to be said of it, for beside the map and below. */
export function useHomeCounts(counts: Counts, today: string): { headline: string; more: string } {
  const t = useTranslations("home.answer");
  const inWords = useDates();
  const counting = useCountingValue()(counts.definition);
  const on = inWords(today);
  const { services, providers, notNamed, planned, mayHaveEnded, noLongerListed, littleActivity } = counts;
  const { from, date } = checkedBetween(counts);
  const headline =
    services === 0
      ? t("none", { counting, on })
      : providers === 0
        ? t("runningNotNamed", { services, counting, on })
        : t("running", { services, providers, notNamed, counting, on });
  const more = [
    mayHaveEnded > 0 ? t("mayHaveEnded", { ended: mayHaveEnded }) : "",
    noLongerListed > 0 ? t("noLongerListed", { gone: noLongerListed }) : "",
    littleActivity > 0 ? t("littleActivity", { quiet: littleActivity }) : "",
    planned > 0 ? t("planned", { planned }) : "",
    date ? t("lastChecked", { date: inWords(date), from: from ? inWords(from) : "none" }) : "",
  ];
  return { headline, more: more.filter(Boolean).join(" ") };
}
