import { useTranslations } from "next-intl";
import type { LikelyReason } from "@/domain/twins/score-twin";

/** Why two may be one, in a line. */
export function LikelyReasons({ reasons }: { reasons: readonly LikelyReason[] }) {
  const t = useTranslations("reports.likely");
  return <span className="text-ink-soft">{reasons.map((reason) => t(`because.${reason}`)).join(", ")}</span>;
}
