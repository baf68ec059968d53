import { useTranslations } from "next-intl";
import type { RowRead } from "@/components/imports/row-read";
import { LocalLink } from "@/components/layout/local-link";
import { Badge } from "@/components/ui/badge";
import type { RowProblem } from "@/domain/imports/outcome";

const TONES = {
  new: "good",
  changed: "strong",
  ended: "strong",
  unchanged: "plain",
  refused: "warning",
} as const;

type Props = { row: RowRead; place: string | undefined; batchId: string; canRepair: boolean };

/** One row: what it is, what it would do, and what to look at. */
export function ImportRowItem({ row, place, batchId, canRepair }: Props) {
  const t = useTranslations("imports");
  const say = ({ column, code, detail }: RowProblem) => {
    const sentence = t(`problems.${code}`, { detail });
    return column === null ? sentence : `${t(`columns.${column}`)}: ${sentence}`;
  };
  const named = useTranslations("services.claim.field");
  // Fields are those of claims, each of which has words of its own.
  const changes = (row.plan?.changes ?? []).map(({ kind, field, from, to }) =>
    t(`changes.${kind}`, { field: named(field as Parameters<typeof named>[0]), from: from ?? "", to }),
  );
  const lines = [...row.problems.map(say), ...changes, ...row.warnings.map(say)];
  return (
    <li className="border-rule border-b py-3">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="text-ink-soft">
          {t("one.row")} {row.number}
        </span>
        <Badge tone={TONES[row.outcome]}>{t(`outcomes.${row.outcome}`)}</Badge>
        {row.decision === "skip" ? <Badge>{t("one.leftOut")}</Badge> : null}
        {row.isApplied ? <Badge tone="good">{t("one.applied")}</Badge> : null}
        <span className="min-w-0 break-words font-semibold">{row.plan?.service.name ?? place ?? ""}</span>
        {canRepair ? (
          <LocalLink
            href={`/admin/imports/${batchId}/rows/${row.number}`}
            aria-label={t(row.outcome === "refused" ? "one.repair" : "one.look", { number: row.number })}
            className="inline-block py-1"
          >
            {row.outcome === "refused" ? t("one.repairShort") : t("one.lookShort")}
          </LocalLink>
        ) : null}
      </div>
      {lines.length > 0 ? (
        <ul className="mt-1 list-disc break-words pl-5">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
