import { useTranslations } from "next-intl";
import { DateText } from "@/components/layout/date-text";
import { Section } from "@/components/ui/section";
import type { DatasetRead } from "@/domain/areas/reference-dataset";
import { partialDateSchema } from "@/domain/dates/partial-date";

/** Reference data in use, and the words that its licences ask for. */
export function DatasetTable({ datasets }: { datasets: readonly DatasetRead[] }) {
  const t = useTranslations("about.data");
  const attributions = [...new Set(datasets.map((dataset) => dataset.attribution))];
  return (
    <>
      <table className="rows mt-8">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("columns.title")}</th>
            <th scope="col">{t("columns.publisher")}</th>
            <th scope="col">{t("columns.licence")}</th>
            <th scope="col">{t("columns.vintage")}</th>
          </tr>
        </thead>
        <tbody>
          {datasets.map((dataset) => (
            <tr key={dataset.key}>
              <th scope="row" className="font-normal">
                <a href={dataset.url} rel="noopener">
                  {dataset.title}
                </a>
              </th>
              <td data-label={t("columns.publisher")}>{dataset.publisher}</td>
              <td data-label={t("columns.licence")}>{dataset.licence}</td>
              <td data-label={t("columns.vintage")}>
                <Vintage of={dataset.vintage} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {datasets.length === 0 ? <p>{t("none")}</p> : null}
      <Section id="attribution" title={t("attributionTitle")}>
        <ul className="max-w-line list-disc space-y-2 pl-6">
          {attributions.map((attribution) => (
            <li key={attribution}>{attribution}</li>
          ))}
          <li>{t("boundaries")}</li>
        </ul>
      </Section>
    </>
  );
}

/** Mostly a partial date; some publishers number their editions. */
function Vintage({ of }: { of: string }) {
  if (partialDateSchema.safeParse(of).success) return <DateText date={of} />;
  return <span className="whitespace-nowrap">{of}</span>;
}
