import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";
import { StateBadge } from "@/components/reports/state-badge";
import type { ReportState } from "@/domain/reports/report-state";

type Line = { id: string; title: string; state: ReportState; updatedAt: Date };

/** Reports as a list: what each is about and how it stands. */
export function ReportLines({ lines, none }: { lines: readonly Line[]; none: string }) {
  const t = useTranslations("reports.list");
  const format = useMoments();
  if (lines.length === 0) return <p>{none}</p>;
  return (
    <ul className="border-ink border-t-2">
      {lines.map((line) => (
        <li key={line.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-rule border-b py-3">
          <LocalLink href={`/reports/${line.id}`} className="font-semibold">
            {line.title || t("untitled")}
          </LocalLink>
          <StateBadge state={line.state} />
          <span className="text-ink-soft">{t("updated", { date: format.day(line.updatedAt) })}</span>
        </li>
      ))}
    </ul>
  );
}
