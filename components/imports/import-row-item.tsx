import { useTranslations } from "next-intl";
import { RowDetails } from "@/components/imports/row-details";
import type { RowRead } from "@/components/imports/row-read";
import { LocalLink } from "@/components/layout/local-link";
import { Badge } from "@/components/ui/badge";
import { isLeftOut } from "@/domain/imports/outcome";

const TONES = {
  new: "good",
  changed: "strong",
  ended: "strong",
  unchanged: "plain",
  refused: "warning",
} as const;

type Props = { row: RowRead; place: string; batchId: string; canRepair: boolean };

/** One row: what it is, all that it would publish, and what to look at. Everybody who reads imports can open it. */
export function ImportRowItem({ row, place, batchId, canRepair }: Props) {
  const t = useTranslations("imports");
  const repairs = canRepair && row.outcome === "refused" && row.question !== null;
  return (
    <li className="border-rule border-b py-3">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="text-ink-soft">
          {t("one.row")} {row.number}
        </span>
        {isLeftOut(row.decision) ? (
          <Badge>{t("one.leftOut")}</Badge>
        ) : (
          <Badge tone={TONES[row.outcome]}>{t(`outcomes.${row.outcome}`)}</Badge>
        )}
        {row.published === "now" ? <Badge tone="good">{t("one.applied")}</Badge> : null}
        {row.published === "undone" ? <Badge>{t("one.wasApplied")}</Badge> : null}
        <span className="min-w-0 break-words font-semibold">{row.plan?.service.name ?? place}</span>
        <LocalLink
          href={`/admin/imports/${batchId}/rows/${row.number}`}
          aria-label={t(repairs ? "one.repair" : "one.look", { number: row.number })}
          className="inline-block py-1"
        >
          {repairs ? t("one.repairShort") : t("one.lookShort")}
        </LocalLink>
      </div>
      <RowDetails row={row} />
    </li>
  );
}
