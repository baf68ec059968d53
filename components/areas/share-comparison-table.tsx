import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import type { RankedShare } from "@/domain/figures/compare-shares";
import { percentOf, type Share, type ShareOfCare } from "@/domain/figures/share-of-care";
import type { AreaSummary } from "@/domain/pages/area-page";

/** Health bodies in order, each with the shares and the numbers that they are of. */
export function ShareComparisonTable({
  ranked,
  caption,
}: {
  ranked: readonly RankedShare<{ area: AreaSummary; share: ShareOfCare }>[];
  caption: string;
}) {
  const t = useTranslations("share-of-care.compare");
  const share = useTranslations("share-of-care");
  const inWords = (of: Share) => {
    const percent = percentOf(of);
    return (
      <>
        <span className="font-semibold">
          {percent === null ? share("none") : share("percent", { percent })}
        </span>{" "}
        <span className="whitespace-nowrap text-base text-ink-soft">
          {t("cell", { outside: of.outside, all: of.all })}
        </span>
      </>
    );
  };
  const columns = ["together", "admitted", "nonAdmitted"] as const;
  const hasRanks = ranked.some(({ rank }) => rank !== null);
  return (
    <table className="rows">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {hasRanks ? <th scope="col">{t("rank")}</th> : null}
          <th scope="col">{t("healthBody")}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ranked.map(({ area, share: of, rank }) => (
          <tr key={area.id}>
            {hasRanks ? <td data-label={t("rank")}>{rank}</td> : null}
            <th scope="row" className="text-left font-normal">
              <LocalLink
                href={`/areas/${area.kind}/${area.slug}#share-of-care`}
                className="inline-block py-0.5 font-semibold"
              >
                <LocalName name={area.nameEn} nameCy={area.nameCy} />
              </LocalLink>
            </th>
            {columns.map((column) => (
              <td key={column} data-label={t(column)}>
                {inWords(of[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
