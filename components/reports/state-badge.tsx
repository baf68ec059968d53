import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ReportState } from "@/domain/reports/report-state";

const TONES: Partial<Record<ReportState, BadgeTone>> = {
  approved: "good",
  "changes-requested": "warning",
  rejected: "warning",
  duplicate: "warning",
};

/** How a report stands, in words. */
export function StateBadge({ state }: { state: ReportState }) {
  const t = useTranslations("reports.state");
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}
