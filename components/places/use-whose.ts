import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import type { PlaceOperator } from "@/domain/places/place-operator";

/** The sentence that says whose a place is, with the day for which its source speaks; `name` of the place, or null in a list. */
export function useWhose(): (operator: PlaceOperator, name: string | null) => string {
  const t = useTranslations("places.whose");
  const inWords = useDates();
  return ({ isNhs, areTrustsToday, names, on }, name) => {
    const key = !isNhs ? "other" : areTrustsToday ? "nhs" : "nhsBefore";
    const [first = "", second = "", third = ""] = names;
    const said = { names: names.length, first, second, third, date: inWords(on.slice(0, 7)) };
    return name === null ? t(`short.${key}`, said) : t(key, { ...said, name });
  };
}
