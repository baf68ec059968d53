import { useTranslations } from "next-intl";
import { useCountingValue } from "@/components/counting/definition-in-words";
import { LocalLink } from "@/components/layout/local-link";
import type { Nation } from "@/domain/areas/area";
import type { Coverage } from "@/domain/areas/coverage";
import type { Definition } from "@/domain/providers/legal-form";

type Props = {
  coverage: Coverage;
  nation: Nation;
  /** Whose services make a place "outsourced" here. */
  definition: Definition;
  caption: string;
};

/** How many places of an area the registers list, how many of those anybody has looked at, and what that means. */
export function CoverageTable(props: Props) {
  const t = useTranslations("areas.coverage");
  return (
    <>
      <CoverageByKind {...props} />
      <p className="mt-3 max-w-line text-base text-ink-soft">
        {t("meaning")} <LocalLink href="/coverage">{t("everywhere")}</LocalLink>
      </p>
    </>
  );
}

/** The numbers alone, one row a kind of place. */
export function CoverageByKind({ coverage, nation, definition, caption }: Props) {
  const t = useTranslations("areas.coverage");
  const nations = useTranslations("common.nation");
  const counting = useCountingValue()(definition);
  const outsourced = t("outsourced", { counting });
  const withServices = t("nhsWithServices", { counting });
  return (
    <table className="rows">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("kindColumn")}</th>
          <th scope="col">{t("known")}</th>
          <th scope="col">{t("checked")}</th>
          <th scope="col">{outsourced}</th>
          <th scope="col">{withServices}</th>
          <th scope="col">{t("nhsNoneFound")}</th>
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
                <td data-label={withServices}>{t("number", { count: counts.nhsWithServices })}</td>
                <td data-label={t("nhsNoneFound")}>{t("number", { count: counts.nhsNoneFound })}</td>
              </>
            ) : (
              <td colSpan={5}>{t("cannotSay", { nation: nations(nation) })}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
