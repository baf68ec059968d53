import { useTranslations } from "next-intl";
import { useKindsInWords } from "@/components/areas/use-coverage-note";
import { NATIONS, type Nation } from "@/domain/areas/area";
import { kindsWithoutRegister } from "@/domain/areas/coverage";

/**
 * Of which places no register is loaded, so that a search which does not find one says nothing about it.
 * @param nations those that the query names; none where it names no place, which could then be anywhere.
 */
export function RegisterGaps({ nations }: { nations: readonly Nation[] }) {
  const t = useTranslations("look-up.search");
  const names = useTranslations("common.nation");
  const inWords = useKindsInWords();
  const gaps = (nations.length > 0 ? nations : NATIONS).flatMap((nation) => {
    const kinds = kindsWithoutRegister(nation);
    return kinds.length > 0 ? [t("gap", { kinds: inWords(kinds), nation: names(nation) })] : [];
  });
  if (gaps.length === 0) return null;
  return <p className="my-4 max-w-line">{t("gaps", { gaps: gaps.join("; ") })}</p>;
}
