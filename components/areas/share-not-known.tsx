import { useTranslations } from "next-intl";
import { useAreaInWords } from "@/components/areas/answer-text";
import { Section } from "@/components/ui/section";
import type { AreaSummary } from "@/domain/pages/area-page";

/** For a health body or nation that the waiting times say nothing of: that they do not, and why, and never a share of 0. */
export function ShareNotKnown({ area }: { area: AreaSummary }) {
  const t = useTranslations("share-of-care");
  const nation = useTranslations("common.nation");
  const named = useAreaInWords()(area);
  if (area.nation === "england") return null;
  if (!["nation", "health-board", "hsc-trust"].includes(area.kind)) return null;
  return (
    <Section id="share-of-care" title={t("title")}>
      <p className="max-w-line">{t("notKnown", { area: named, nation: nation(area.nation) })}</p>
    </Section>
  );
}
