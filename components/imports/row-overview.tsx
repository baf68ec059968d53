import { useTranslations } from "next-intl";
import { RowDetails } from "@/components/imports/row-details";
import type { RowRead } from "@/components/imports/row-read";
import { isLeftOut } from "@/domain/imports/outcome";

/**
 * What a row would do, above its cells.
 * @param isRepaired the remarks on its cells stand beside them, in the form below.
 */
export function RowOverview({ row, isRepaired }: { row: RowRead; isRepaired: boolean }) {
  const t = useTranslations("imports");
  const warnings = row.warnings.filter(({ column }) => !isRepaired || column === null);
  return (
    <div className="mb-6 max-w-line border-ink border-t-2 pt-3">
      <h2 className="text-xl">
        {[
          isLeftOut(row.decision) ? t("one.leftOut") : t(`outcomes.${row.outcome}`),
          ...(row.plan ? [row.plan.service.name] : []),
        ].join(" · ")}
      </h2>
      <RowDetails row={{ ...row, problems: isRepaired ? [] : row.problems, warnings }} />
    </div>
  );
}
