import { useTranslations } from "next-intl";
import type { Nation } from "@/domain/areas/area";
import {
  COVERED_KINDS,
  type CoveredKind,
  hasRegisterOf,
  kindsWithoutRegister,
} from "@/domain/areas/coverage";

/** Kinds of place as they stand in a sentence: "hospitals and diagnostic centres". */
export function useKindsInWords(): (kinds: readonly CoveredKind[]) => string {
  const t = useTranslations("areas.coverage");
  return (kinds) => {
    const words = kinds.map((kind) => t(`kindInSentence.${kind}`));
    const last = words.pop() ?? "";
    return words.length === 0 ? last : t("and", { most: words.join(", "), last });
  };
}

/** Which places registers tell us of in an area, and which they do not. @returns a function of its nation and name */
export function useCoverageNote(): (nation: Nation, area: string) => string {
  const t = useTranslations("areas.coverage");
  const nations = useTranslations("common.nation");
  const inWords = useKindsInWords();
  return (nation, area) => {
    const missing = kindsWithoutRegister(nation);
    if (missing.length === 0) return t("note", { area });
    const loaded = COVERED_KINDS.filter((kind) => hasRegisterOf(nation, kind));
    const values = { area, nation: nations(nation), missing: inWords(missing) };
    return loaded.length > 0 ? t("noteSome", { ...values, loaded: inWords(loaded) }) : t("noteNone", values);
  };
}
