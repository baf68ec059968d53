import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import type { AreaSummary } from "@/domain/areas/area-page";
import { type Coverage, coverageShare } from "@/domain/areas/coverage";

type Group = {
  nation: AreaSummary;
  hasRegister: boolean;
  whole: Coverage;
  bodies: readonly { area: AreaSummary; coverage: Coverage }[];
};

/** A nation's health bodies with how much of each was looked at; a sentence where no register is loaded. */
export function CoverageList({ group }: { group: Group }) {
  const t = useTranslations("areas.coverage");
  const nation = group.nation.nameEn;
  if (!group.hasRegister) return <p>{t("page.noRegister", { nation })}</p>;
  const { known, checked } = group.whole;
  return (
    <>
      <p className="mb-3 max-w-line">{t("page.whole", { nation, known, checked })}</p>
      <table className="rows">
        <caption className="sr-only">{t("page.caption", { nation })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("page.body")}</th>
            <th scope="col">{t("known")}</th>
            <th scope="col">{t("checked")}</th>
            <th scope="col">{t("page.share")}</th>
          </tr>
        </thead>
        <tbody>
          {group.bodies.map(({ area, coverage }) => (
            <tr key={area.id}>
              <th scope="row" className="text-left font-normal">
                <LocalLink href={`/areas/${area.kind}/${area.slug}`} className="inline-block py-0.5">
                  <LocalName name={area.nameEn} nameCy={area.nameCy} />
                </LocalLink>
              </th>
              <td data-label={t("known")}>{t("number", { count: coverage.known })}</td>
              <td data-label={t("checked")}>{t("number", { count: coverage.checked })}</td>
              <td data-label={t("page.share")}>
                {t("page.percent", { share: coverageShare(coverage) ?? 0 })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
