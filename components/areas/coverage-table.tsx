import { useTranslations } from "next-intl";
import { useCountingValue } from "@/components/counting/definition-in-words";
import { LocalLink } from "@/components/layout/local-link";
import type { Nation } from "@/domain/areas/area";
import type { Coverage } from "@/domain/areas/coverage";
import type { Definition } from "@/domain/providers/legal-form";

/** How many places of an area the registers list, and how many of those anybody has looked at. */
export function CoverageTable({
  coverage,
  nation,
  definition,
  caption,
}: {
  coverage: Coverage;
  nation: Nation;
  /** Whose services make a place "outsourced" here. */
  definition: Definition;
  caption: string;
}) {
  const t = useTranslations("areas.coverage");
  const nations = useTranslations("common.nation");
  const outsourced = t("outsourced", { counting: useCountingValue()(definition) });
  return (
    <>
      <table className="rows">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("kindColumn")}</th>
            <th scope="col">{t("known")}</th>
            <th scope="col">{t("checked")}</th>
            <th scope="col">{outsourced}</th>
          </tr>
        </thead>
        <tbody>
          {coverage.lines.map(({ kind, counts }) => (
            <tr key={kind}>
              <th scope="row" className="text-left font-normal">
                {t(`kind.${kind}`)}
              </th>
              {counts ? (
                <>
                  <td data-label={t("known")}>{t("number", { count: counts.known })}</td>
                  <td data-label={t("checked")}>{t("number", { count: counts.checked })}</td>
                  <td data-label={outsourced}>{t("number", { count: counts.outsourced })}</td>
                </>
              ) : (
                <td colSpan={3}>{t("cannotSay", { nation: nations(nation) })}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 max-w-line text-base text-ink-soft">
        {t("meaning")} <LocalLink href="/coverage">{t("everywhere")}</LocalLink>
      </p>
    </>
  );
}
