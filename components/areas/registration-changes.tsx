import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { ColumnPlot } from "@/components/ui/column-plot";
import type { ChangesOfYear } from "@/domain/registrations/changes";
import type { RegisteredCount } from "@/domain/registrations/registered";

const KINDS = [
  { kind: "toOrganisation", className: "fill-accent" },
  { kind: "fromOrganisation", className: "fill-ink" },
  { kind: "amongPartners", className: "fill-ink-soft" },
] as const;

/** Changes of registered provider by year: a plot, the table of its numbers, and what a change of registration is not. */
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
      <ColumnPlot
        labels={changes.map(({ year }) => String(year))}
        series={KINDS.map(({ kind, className }) => ({
          label: t(kind),
          className,
          values: changes.map((of) => of[kind]),
        }))}
      />
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{t("table")}</summary>
        <table className="rows">
          <caption className="sr-only">{t("caption", { area })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("year")}</th>
              {KINDS.map(({ kind }) => (
                <th key={kind} scope="col">
                  {t(kind)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map((of) => (
              <tr key={of.year}>
                <th scope="row" className="text-left font-normal">
                  {of.year}
                </th>
                {KINDS.map(({ kind }) => (
                  <td key={kind} data-label={t(kind)}>
                    {of[kind]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <p className="mt-3 max-w-line text-base text-ink-soft">{t("note", { copy: inWords(copy) })}</p>
    </>
  );
}
