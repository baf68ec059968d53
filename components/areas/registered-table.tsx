import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { BarTable } from "@/components/ui/bar-table";
import { REGISTERED_KINDS, type RegisteredCount } from "@/domain/registrations/registered";

/** Who the regulator's register has at the GP practices of an area, by kind; nothing where it is not loaded. */
export function RegisteredTable({
  area,
  known,
  registered,
  csvPath,
}: {
  /** As it stands in a sentence. */
  area: string;
  /** GP practices that official lists have there. */
  known: number;
  registered: readonly RegisteredCount[];
  /** The address of the very practices, as a file. */
  csvPath: string;
}) {
  const t = useTranslations("areas.coverage.registered");
  const inWords = useDates();
  const newest = registered
    .map(({ confirmedOn }) => confirmedOn)
    .sort()
    .at(-1);
  if (newest === undefined) return null;
  const practices = registered.reduce((sum, count) => sum + count.practices, 0);
  return (
    <>
      <h3 className="mt-6 mb-2 font-semibold text-lg">{t("title")}</h3>
      <p className="mb-3 max-w-line">
        {t("intro", { copy: inWords(newest.slice(0, 7)), practices, known, area })}
      </p>
      <BarTable
        caption={t("caption", { area })}
        headings={[t("who"), t("practices")]}
        groups={REGISTERED_KINDS.flatMap((kind) => {
          const value = registered.find((count) => count.kind === kind)?.practices ?? 0;
          return value === 0 ? [] : [{ id: kind, title: t(`kinds.${kind}`), bars: [{ value }] }];
        })}
      />
      <p className="mt-3 max-w-line">
        <a href={csvPath} download>
          {t("csv")}
        </a>{" "}
        {t("csvNote")}
      </p>
    </>
  );
}
