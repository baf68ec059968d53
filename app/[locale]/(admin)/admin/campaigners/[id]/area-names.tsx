import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import type { AreaSummary } from "@/domain/pages/area-page";

/** Areas by name, each a link to its page: several of one name are told apart by that. */
export function AreaNames({ areas, none }: { areas: readonly AreaSummary[]; none: string }) {
  if (areas.length === 0) return none;
  return (
    <ul>
      {areas.map(({ id, kind, slug, nameEn, nameCy }) => (
        <li key={id}>
          <LocalLink href={`/areas/${kind}/${slug}`}>
            <LocalName name={nameEn} nameCy={nameCy} />
          </LocalLink>
        </li>
      ))}
    </ul>
  );
}
