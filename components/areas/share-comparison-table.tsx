import { useTranslations } from "next-intl";
import { useRangeInWords } from "@/components/areas/use-range-in-words";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import type { RankedShare } from "@/domain/figures/compare-shares";
import type { ComparedBody } from "@/domain/pages/comparison-page";

/** Health bodies in order, each with the shares, the numbers that they are of, and who did a third of it or more. */
export function ShareComparisonTable({
  ranked,
  caption,
}: {
  ranked: readonly RankedShare<ComparedBody>[];
  caption: string;
}) {
  const t = useTranslations("share-of-care.compare");
  const inRange = useRangeInWords();
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
        {ranked.map(({ area, share: of, notKnown, main, rank }) => (
          <tr key={area.id}>
            {hasRanks ? <td data-label={t("rank")}>{rank ?? t("noRank")}</td> : null}
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
                <span className="font-semibold">{inRange(of[column], notKnown[column])}</span>{" "}
                <span className="whitespace-nowrap text-base text-ink-soft">
                  {t("cell", { outside: of[column].outside, all: of[column].all })}
                </span>
                {main && column === "together" ? (
                  <span className="block text-base text-ink-soft">
                    {t("main", { name: main.name, percent: Math.floor(main.atLeast * 100) / 100 })}
                  </span>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
