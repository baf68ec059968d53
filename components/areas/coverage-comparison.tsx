import { useTranslations } from "next-intl";
import { useCountingValue } from "@/components/counting/definition-in-words";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import type { LikeAreas } from "@/domain/areas/compare-coverage";
import { type Coverage, hasRegister } from "@/domain/areas/coverage";
import type { AreaSummary } from "@/domain/pages/area-page";
import type { Definition } from "@/domain/providers/legal-form";

type Group = LikeAreas<{ area: AreaSummary; coverage: Coverage }>;

/** Areas by what was found at their places: in order where enough was looked at, else why there is no order. */
export function CoverageComparison({
  groups,
  definition,
}: {
  groups: readonly Group[];
  definition: Definition;
}) {
  const t = useTranslations("share-of-care.compare");
  const areas = useTranslations("areas");
  const nations = useTranslations("common.nation");
  const counting = useCountingValue()(definition);
  const ranked = groups.filter((group) => group.ranked.length > 0);
  const notRanked = groups.filter(
    ({ nation, all, ranked: { length } }) => hasRegister(nation) && length < all,
  );
  const without = [...new Set(groups.map(({ nation }) => nation))].filter((nation) => !hasRegister(nation));
  return (
    <>
      <p className="mb-3 max-w-line">{t("placesWhy")}</p>
      {ranked.map((group) => {
        const title = t("groupTitle", {
          kind: areas(`kinds.${group.kind}`),
          nation: nations(group.nation),
          ranked: group.ranked.length,
          all: group.all,
          counting,
        });
        return (
          <div key={title} className="mb-6">
            <h3 className="mb-2">{title}</h3>
            <ol className="max-w-line">
              {group.ranked.map(({ area, rank, outsourced, coverage }) => (
                <li key={area.id} value={rank} className="py-1">
                  <LocalLink href={`/areas/${area.kind}/${area.slug}`}>
                    <LocalName name={area.nameEn} nameCy={area.nameCy} />
                  </LocalLink>{" "}
                  {t("rankedArea", { outsourced, checked: coverage.checked })}
                </li>
              ))}
            </ol>
          </div>
        );
      })}
      <h3 className="mb-2">{t("notComparedTitle")}</h3>
      <ul className="max-w-line list-disc pl-6">
        {notRanked.map(({ nation, kind, all, ranked: { length } }) => (
          <li key={`${nation} ${kind}`} className="py-0.5">
            {t("notCompared", { kind: areas(`kinds.${kind}`), nation: nations(nation), areas: all - length })}
          </li>
        ))}
        {without.map((nation) => (
          <li key={nation} className="py-0.5">
            {t("cannotSay", { nation: nations(nation) })}
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-line">
        <LocalLink href="/coverage">{t("toCoverage")}</LocalLink>
      </p>
    </>
  );
}
