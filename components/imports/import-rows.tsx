import { useTranslations } from "next-intl";
import { ImportRowItem } from "@/components/imports/import-row-item";
import type { RowRead } from "@/components/imports/row-read";
import { LocalLink } from "@/components/layout/local-link";
import type { ColumnMapping } from "@/domain/imports/columns";
import { isKept } from "@/domain/imports/without-place";

type Props = {
  rows: readonly RowRead[];
  mapping: ColumnMapping;
  batchId: string;
  canRepair: boolean;
  range: { page: number; size: number; total: number; show: string };
};

/** One page of an import's rows, each with what it would do and why. */
export function ImportRows({ rows, mapping, batchId, canRepair, range }: Props) {
  const t = useTranslations("imports.one");
  const { page, size, total, show } = range;
  const from = (page - 1) * size + 1;
  const placeOf = ({ cells }: RowRead) => {
    const place = mapping.place === undefined ? "" : (cells[mapping.place] ?? "");
    return isKept(place) ? place : t("placeNotKept");
  };
  const pageAt = (number: number) =>
    `/admin/imports/${batchId}?${new URLSearchParams({ ...(show ? { show } : {}), page: String(number) })}#rows`;
  return (
    <>
      <p className="my-3 font-semibold">
        {rows.length === 0 ? t("rowsShownNone") : t("rowsShown", { from, to: from + rows.length - 1, total })}
      </p>
      <ol className="border-ink border-t-2">
        {rows.map((row) => (
          <ImportRowItem
            key={row.number}
            row={row}
            place={placeOf(row)}
            batchId={batchId}
            canRepair={canRepair}
          />
        ))}
      </ol>
      <p className="mt-4 flex gap-6">
        {page > 1 ? (
          <LocalLink href={pageAt(rows.length === 0 ? 1 : page - 1)}>{t("newer")}</LocalLink>
        ) : null}
        {from + rows.length - 1 < total ? <LocalLink href={pageAt(page + 1)}>{t("older")}</LocalLink> : null}
      </p>
    </>
  );
}
