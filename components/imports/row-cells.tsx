import { useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { isKept } from "@/domain/imports/without-place";

/** The cells of a row under the headings of its file; empty ones are left out, and of a register there are none. */
export function RowCells({ cells, header }: { cells: readonly string[]; header: readonly string[] }) {
  const t = useTranslations("imports");
  const said = cells.flatMap((cell, index) =>
    cell.trim() === ""
      ? []
      : [
          {
            id: String(index),
            name: header[index] ?? t("row.beyond"),
            value: <span className="break-words">{isKept(cell) ? cell : t("one.placeNotKept")}</span>,
          },
        ],
  );
  if (said.length === 0) return null;
  return (
    <Section id="cells" title={t("row.cells")}>
      <Facts facts={said} />
    </Section>
  );
}
