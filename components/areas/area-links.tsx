import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { AREA_KINDS } from "@/domain/areas/area";
import type { AreaSummary } from "@/domain/pages/area-page";

/** The areas a record lies in, each with what kind of area it is. */
export function AreaLinks({ areas }: { areas: readonly AreaSummary[] }) {
  const t = useTranslations("areas.kind");
  const sorted = areas.toSorted((a, b) => AREA_KINDS.indexOf(a.kind) - AREA_KINDS.indexOf(b.kind));
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
      {sorted.map((area) => (
        <li key={area.id} className="py-1.5">
          <span className="block text-base text-ink-soft">{t(area.kind)}</span>
          <LocalLink href={`/areas/${area.kind}/${area.slug}`} className="inline-block py-0.5">
            <LocalName name={area.nameEn} nameCy={area.nameCy} />
          </LocalLink>
        </li>
      ))}
    </ul>
  );
}
