import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { BarTable } from "@/components/ui/bar-table";
import type { ChangesOfYear } from "@/domain/registrations/changes";
import type { RegisteredCount } from "@/domain/registrations/registered";

/** Changes of registered provider by year: the plot and its table in one, and what a change of registration is not. */
export function RegistrationChanges({
  area,
  changes,
  registered,
}: {
  area: string;
  changes: readonly ChangesOfYear[];
  registered: readonly RegisteredCount[];
}) {
  const t = useTranslations("areas.coverage.changes");
  const inWords = useDates();
  const [copy] = registered.map(({ confirmedOn }) => confirmedOn.slice(0, 7)).sort();
  if (changes.length === 0 || copy === undefined) return null;
  return (
    <>
      <h3 className="mt-6 mb-2 font-semibold text-lg">{t("title")}</h3>
      <p className="mb-3 max-w-line">{t("intro", { area })}</p>
      <BarTable
        caption={t("caption", { area })}
        headings={[t("year"), t("practices")]}
        groups={changes.map(({ year, toOrganisation, fromOrganisation, amongPartners }) => ({
          id: String(year),
          title: String(year),
          bars: [
            { label: t("toOrganisation"), value: toOrganisation },
            { label: t("fromOrganisation"), value: fromOrganisation },
            { label: t("amongPartners"), value: amongPartners },
          ],
        }))}
      />
      <p className="mt-3 max-w-line text-base text-ink-soft">{t("note", { copy: inWords(copy) })}</p>
    </>
  );
}
