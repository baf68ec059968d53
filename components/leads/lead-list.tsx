import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName, useLocalName } from "@/components/layout/local-name";
import type { Lead } from "@/domain/places/lead";

/** Practices of one health body to find out about: the place, where it lies, and the way to report who holds its contract. */
export function LeadList({ leads }: { leads: readonly Lead[] }) {
  const t = useTranslations("leads");
  const localName = useLocalName();
  return (
    <ul className="border-ink border-t-2">
      {leads.map(({ code, name, place, constituency }) => (
        <li
          key={code}
          className="flex flex-wrap items-center justify-between gap-x-6 border-rule border-b py-2"
        >
          <div>
            <LocalLink href={`/places/${place.slug}`} className="font-semibold">
              <LocalName name={place.name} nameCy={place.nameCy} />
            </LocalLink>
            <p className="text-ink-soft">
              {[
                ...(constituency ? [localName(constituency)] : []),
                t("code", { code }),
                ...(name === place.name ? [] : [t("nowNamed", { name })]),
              ].join(" · ")}
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
