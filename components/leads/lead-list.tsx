import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName, useLocalName } from "@/components/layout/local-name";
import type { Lead } from "@/domain/places/lead";

/** Practices to find out about: the place, where it lies, and the way to report who holds its contract. */
export function LeadList({ leads }: { leads: readonly Lead[] }) {
  const t = useTranslations("leads");
  const localName = useLocalName();
  return (
    <ul className="border-ink border-t-2">
      {leads.map(({ code, name, place, constituency, board }) => (
        <li key={code} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-rule border-b py-3">
          <LocalLink href={`/places/${place.slug}`} className="font-semibold">
            <LocalName name={place.name} nameCy={place.nameCy} />
          </LocalLink>
          <span className="text-ink-soft">
            {[constituency, board]
              .flatMap((area) => (area ? localName(area) : []))
              .concat(t("code", { code }))
              .concat(name === place.name ? [] : t("nowNamed", { name }))
              .join(" · ")}
          </span>
          <LocalLink href={`/reports/new?place=${place.slug}`} className="inline-flex min-h-11 items-center">
            {t("report")} <span className="sr-only">{t("reportAt", { place: localName(place) })}</span>
          </LocalLink>
        </li>
      ))}
    </ul>
  );
}
