import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { FoldedList } from "@/components/ui/folded-list";
import { AREA_KINDS } from "@/domain/areas/area";
import type { Overlap } from "@/domain/pages/area-page";

/** A region has ninety constituencies: so many of a kind are seen before the others are asked for. */
const FIRST = 6;

/** The other areas over the same ground, by kind, with how much of this area's postcodes lie in each. */
export function OverlapList({ overlaps }: { overlaps: readonly Overlap[] }) {
  const t = useTranslations("areas");
  const share = useShare();
  return (
    <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
      {AREA_KINDS.map((kind) => ({ kind, areas: overlaps.filter((area) => area.kind === kind) }))
        .filter(({ areas }) => areas.length > 0)
        .map(({ kind, areas }) => (
          <li key={kind}>
            <h3 className="font-sans text-base text-ink-soft">
              {areas.length === 1 ? t(`kind.${kind}`) : t(`kinds.${kind}`)}
            </h3>
            <FoldedList
              first={FIRST}
              more={(count) => t("page.overlapsMore", { count })}
              lines={areas.map((area) => (
                <li key={area.id}>
                  <LocalLink href={`/areas/${kind}/${area.slug}`} className="inline-block py-1">
                    <LocalName name={area.nameEn} nameCy={area.nameCy} />
                  </LocalLink>{" "}
                  <span className="whitespace-nowrap text-base text-ink-soft">{share(area.share)}</span>
                </li>
              ))}
            />
          </li>
        ))}
    </ul>
  );
}

/** A share (0 to 1) of an area's or a part's postcodes as it is said; "100%" only of what is all. */
export function useShare(): (share: number) => string {
  const t = useTranslations("areas.page");
  return (share) => {
    if (share >= 0.9995) return t("overlapAll");
    const percent = Math.min(99, Math.round(share * 100)); // never "100%" of what is not all
    return percent < 1 ? t("overlapSmall") : `${percent}%`;
  };
}
