import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName, useLocalName } from "@/components/layout/local-name";
import type { Lead } from "@/domain/places/lead";

/**
 * Practices to find out about: the place, where it lies, and the way to report who holds its contract.
 * @param withBoard whether to say the board of each; needless where all lie in one.
 */
export function LeadList({ leads, withBoard }: { leads: readonly Lead[]; withBoard: boolean }) {
  const t = useTranslations("leads");
  const localName = useLocalName();
  return (
    <ul className="border-ink border-t-2">
      {leads.map(({ code, name, place, constituency, board }) => (
        <li
          key={code}
          className="flex flex-wrap items-center justify-between gap-x-6 border-rule border-b py-2"
        >
          <div>
            <LocalLink href={`/places/${place.slug}`} className="font-semibold">
              <LocalName name={place.name} nameCy={place.nameCy} />
            </LocalLink>
            <p className="text-ink-soft">
              {[constituency, withBoard ? board : null]
                .flatMap((area) => (area ? localName(area) : []))
                .concat(t("code", { code }))
                .concat(name === place.name ? [] : t("nowNamed", { name }))
                .join(" · ")}
            </p>
          </div>
          <LocalLink href={`/reports/new?place=${place.slug}`} className="inline-flex min-h-11 items-center">
            {t("report")} <span className="sr-only">{t("reportAt", { place: localName(place) })}</span>
          </LocalLink>
        </li>
      ))}
    </ul>
  );
}
