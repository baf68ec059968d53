import { useTranslations } from "next-intl";
import { useShare } from "@/components/areas/overlap-list";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import type { AreaPart, PartAreas } from "@/domain/look-up/part-areas";
import { partialPath, sectorId } from "@/domain/look-up/problem";

/**
 * The areas that a district lies in, or one of its sectors; for W1, the districts that begin with it, together. Which of
 * them is shown is in the fragment of the address, which no browser sends: the district unless a sector is asked for.
 * @param parts the district, then its sectors
 */
export function PartialAreas({ parts }: { parts: readonly PartAreas[] }) {
  const t = useTranslations("look-up.partial");
  const [district, ...sectors] = parts;
  if (!district) return null;
  return (
    <div className="group/part space-y-6">
      <div className="group-has-[[id^=sector-]:target]/part:hidden">
        <Part part={district} id="district" />
      </div>
      {sectors.map((sector) => (
        <div key={sector.text} id={sectorId(sector.digit ?? "")} className="hidden scroll-mt-4 target:block">
          <Part part={sector} id={`${sectorId(sector.digit ?? "")}-areas`} />
        </div>
      ))}
      <nav aria-labelledby="sectors-title">
        <h2 id="sectors-title" className="font-sans font-semibold text-lg">
          {t("sectorsTitle", { near: district.text })}
        </h2>
        <ul className="mt-1 flex flex-wrap gap-x-5">
          {district.districts.map((each) => (
            <li key={each}>
              <LocalLink href={partialPath(each, null)} className="inline-block min-h-11 py-2">
                {each}
              </LocalLink>
            </li>
          ))}
          {sectors.length > 0 ? (
            <li>
              <a href="#district" className="inline-block min-h-11 py-2">
                {t("whole", { near: district.text })}
              </a>
            </li>
          ) : null}
          {sectors.map((sector) => (
            <li key={sector.text}>
              <a href={`#${sectorId(sector.digit ?? "")}`} className="inline-block min-h-11 py-2">
                {sector.text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

const LISTS = ["constituencies", "councils", "healthBodies"] as const;

function Part({ part, id }: { part: PartAreas; id: string }) {
  const t = useTranslations("look-up.partial");
  const isLettered = part.districts.length > 0;
  const of = {
    part: part.text,
    units: part.units,
    count: part.districts.length,
    districts: part.districts.join(", "),
  };
  const title = isLettered ? "lettered" : part.digit === null ? "district" : "sector";
  return (
    <section aria-labelledby={`${id}-title`} id={id}>
      <h2 id={`${id}-title`}>{t(title, of)}</h2>
      <p className="mt-2">
        {t(isLettered ? "letteredUnits" : "units", of)}{" "}
        {part.unplaced > 0 ? t("unplaced", { count: part.unplaced }) : null}
      </p>
      {LISTS.map((list) => (
        <div key={list}>
          <h3 className="mt-4 font-sans text-base text-ink-soft">{t(list, { count: part[list].length })}</h3>
          <AreaList areas={part[list]} />
        </div>
      ))}
      <p className="mt-4">{t("ask", of)}</p>
    </section>
  );
}

function AreaList({ areas }: { areas: readonly AreaPart[] }) {
  const share = useShare();
  return (
    <ul>
      {areas.map((area) => (
        <li key={`${area.kind} ${area.slug}`} className="flex flex-wrap items-baseline gap-x-3">
          <LocalLink href={`/areas/${area.kind}/${area.slug}`} className="inline-block min-h-11 py-2">
            <LocalName name={area.nameEn} nameCy={area.nameCy} />
          </LocalLink>
          <span className="whitespace-nowrap text-ink-soft">{share(area.share)}</span>
        </li>
      ))}
    </ul>
  );
}
