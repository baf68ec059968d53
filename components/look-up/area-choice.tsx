import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { Notice } from "@/components/ui/notice";
import type { LookedUpBy } from "@/domain/look-up/problem";
import type { AreaSummary } from "@/domain/pages/area-page";

const WORDS = {
  postcode: "look-up.choose",
  neighbourhood: "look-up.chooseByNeighbourhood",
  location: "look-up.chooseByLocation",
} as const;

/** Near a boundary: the constituencies, so that the reader says which one is theirs. `by` is what was looked up. */
export function AreaChoice({ areas, by }: { areas: readonly AreaSummary[]; by: LookedUpBy }) {
  const t = useTranslations(WORDS[by]);
  return (
    <Notice title={t("title")}>
      <p>{t("why")}</p>
      <ul>
        {areas.map((area) => (
          <li key={area.id}>
            <LocalLink
              href={`/areas/${area.kind}/${area.slug}`}
              className="inline-block py-2 font-semibold text-lg"
            >
              <LocalName name={area.nameEn} nameCy={area.nameCy} />
            </LocalLink>
          </li>
        ))}
      </ul>
      <p>{t("order")}</p>
    </Notice>
  );
}
