import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import type { RegisteredRun } from "@/domain/registrations/registered";

/** Who was registered to provide care at a place, the latest first, each with why it is in doubt and the regulator's page for checking. */
export function RegisteredRuns({ runs }: { runs: readonly RegisteredRun[] }) {
  const t = useTranslations("places.registered");
  const why = useTranslations("services.claim.registrationDoubt");
  const inWords = useDates();
  return (
    <ul className="list-disc space-y-2 pl-5">
      {runs.map(({ locationId, form, provider, since, endedOn, confirmedOn, doubts }) => (
        <li key={locationId}>
          {provider ? <LocalLink href={`/providers/${provider.slug}`}>{provider.name}</LocalLink> : t(form)},{" "}
          {[
            t(form === "organisation" ? "since" : "on", { date: inWords(since) }),
            ...(endedOn === null ? [] : [t("until", { date: inWords(endedOn) })]),
          ].join(", ")}
          {". "}
          {t("copy", { copy: inWords(confirmedOn.slice(0, 7)) })}
          {". "}
          {doubts.length > 0 ? (
            <>{t("wasDoubt", { reasons: doubts.map((doubt) => why(doubt)).join("; ") })} </>
          ) : null}
          <a href={`https://www.cqc.org.uk/location/${locationId}`} rel="nofollow noopener">
            {t("check")}
          </a>
        </li>
      ))}
    </ul>
  );
}
