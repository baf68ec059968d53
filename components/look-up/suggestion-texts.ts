import type { useTranslations } from "next-intl";
import type { SuggestionTexts } from "./describe-name";

/** The words of a box that suggests names, and of its list. */
export type SuggestingTexts = SuggestionTexts & {
  label: string;
  none: string;
  one: string;
  /** With {count}. */
  several: string;
};

/** @param t the words of "look-up". @param areaKinds what each kind of area is called. */
export function suggestingTexts(
  t: ReturnType<typeof useTranslations<"look-up">>,
  areaKinds: Readonly<Record<string, string>>,
): SuggestingTexts {
  return {
    label: t("suggestions.label"),
    none: t("suggestions.none"),
    one: t("suggestions.one"),
    several: t.raw("suggestions.several"),
    until: t.raw("search.until"),
    inOne: t.raw("suggestions.inOne"),
    inSeveral: t.raw("suggestions.inSeveral"),
    inMany: t.raw("suggestions.inMany"),
    formerly: t.raw("suggestions.formerly"),
    tookOverFrom: t.raw("suggestions.tookOverFrom"),
    alsoCalled: t.raw("suggestions.alsoCalled"),
    company: t.raw("suggestions.company"),
    kinds: {
      care: t("suggestions.care"),
      county: t("suggestions.county"),
      place: t("suggestions.place"),
      service: t("suggestions.service"),
      provider: t("suggestions.provider"),
      ...areaKinds,
    },
  };
}
