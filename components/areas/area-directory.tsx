import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { Section } from "@/components/ui/section";
import { AREA_KINDS, type AreaKind, type Nation } from "@/domain/areas/area";
import type { AreaSummary } from "@/domain/pages/area-page";

type Group = { kind: AreaKind; nation: Nation; areas: readonly AreaSummary[] };

/** Every area by kind and nation, in columns from A to Z. Nations are folded, so that the page can be looked through. */
export function AreaDirectory({ groups }: { groups: readonly Group[] }) {
  const t = useTranslations("areas");
  const kinds = AREA_KINDS.filter((kind) => groups.some((group) => group.kind === kind));
  return (
    <>
      <nav aria-label={t("jump")} className="mt-8">
        <ul className="flex flex-wrap gap-x-5">
          {kinds.map((kind) => (
            <li key={kind}>
              <a href={`#${kind}`} className="inline-flex min-h-11 items-center">
                {t(`kinds.${kind}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {kinds.map((kind) => (
        <Section key={kind} id={kind} title={t(`kinds.${kind}`)}>
          <KindGroups groups={groups.filter((group) => group.kind === kind)} />
        </Section>
      ))}
    </>
  );
}

/** Few areas are simply listed; many are folded by nation. */
const MANY = 40;

function KindGroups({ groups }: { groups: readonly Group[] }) {
  const t = useTranslations("areas");
  const nation = useTranslations("common.nation");
  const total = groups.reduce((sum, group) => sum + group.areas.length, 0);
  if (total <= MANY) return <AreaColumns areas={groups.flatMap((group) => group.areas)} />;
  return groups.map((group) => (
    <details key={group.nation} className="border-rule border-b">
      <summary className="py-2.5 font-semibold">
        {nation(group.nation)}{" "}
        <span className="font-normal text-ink-soft">({t("count", { count: group.areas.length })})</span>
      </summary>
      <AreaColumns areas={group.areas} />
    </details>
  ));
}

function AreaColumns({ areas }: { areas: readonly AreaSummary[] }) {
  return (
    <ul className="columns-1 gap-8 pb-4 xs:columns-2 lg:columns-4 [&_a]:inline-block [&_a]:py-1 [&_li]:break-inside-avoid">
      {areas.map((area) => (
        <li key={area.id}>
          <LocalLink href={`/areas/${area.kind}/${area.slug}`}>
            <LocalName name={area.nameEn} nameCy={area.nameCy} />
          </LocalLink>
        </li>
      ))}
    </ul>
  );
}
