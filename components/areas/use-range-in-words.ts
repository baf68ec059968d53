import { useTranslations } from "next-intl";
import { percentRange } from "@/domain/figures/compare-shares";
import type { Share } from "@/domain/figures/share-of-care";

/** A share from what is known to what could be: "6.0% to 6.4%", or one number where both read the same. */
export function useRangeInWords(): (of: Share, notKnown: number) => string {
  const share = useTranslations("share-of-care");
  const compare = useTranslations("share-of-care.compare");
  return (of, notKnown) => {
    const range = percentRange(of, notKnown);
    if (range === null) return share("none");
    return range.low === range.high ? share("percent", { percent: range.low }) : compare("range", range);
  };
}
