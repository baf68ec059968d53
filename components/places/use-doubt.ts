import { useTranslations } from "next-intl";
import type { RunningServices } from "@/domain/pages/place-answer";

/** The sentence that says how many services of a place may have ended and why; "" where none may have. */
export function useDoubt(): (answer: RunningServices) => string {
  const t = useTranslations("places.doubt");
  return ({ services, doubt }) => {
    if (!doubt) return "";
    const { key, ended } = doubt;
    const subject = t("subject", { services, ended, isAll: services === ended ? "yes" : "no" });
    return t(key, { subject, ended });
  };
}
