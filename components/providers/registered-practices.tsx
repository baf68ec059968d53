import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import type { RegisteredPractice } from "@/domain/registrations/registered";

/** The GP practices that the regulator's register has for an organisation: the latest registrations, then the earlier ones, folded away. */
export function RegisteredPractices({ practices }: { practices: readonly RegisteredPractice[] }) {
  const t = useTranslations("providers.practices");
  const latest = practices.filter(({ isLatest }) => isLatest);
  const earlier = practices.filter(({ isLatest }) => !isLatest);
  return (
    <>
      <List practices={latest} />
      {earlier.length > 0 ? (
        <details className="mt-3">
          <summary className="py-2 font-semibold">{t("earlier", { count: earlier.length })}</summary>
          <List practices={earlier} />
        </details>
      ) : null}
    </>
  );
}

function List({ practices }: { practices: readonly RegisteredPractice[] }) {
  const t = useTranslations("providers.practices");
  const inWords = useDates();
  return (
    <ul>
      {practices.map(({ place, town, locationId, since, endedOn, doubts }) => (
        <li key={locationId} className="py-1">
          <LocalLink href={`/places/${place.slug}`}>
            <LocalName name={place.name} nameCy={place.nameCy} />
          </LocalLink>
          {town ? `, ${town}` : ""}: {t("since", { date: inWords(since) })}
          {endedOn ? t("until", { date: inWords(endedOn) }) : ""}
          {doubts.length > 0 ? t("doubt") : ""}
        </li>
      ))}
    </ul>
  );
}
