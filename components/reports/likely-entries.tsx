import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";
import { LikelyReasons } from "@/components/reports/likely-reasons";
import { buttonClasses } from "@/components/ui/button";
import { changeOfLikely, type LikelyFound as Likely } from "@/domain/twins/likely-entries";

type Props = {
  likely: Likely;
  /** What was written so far is kept under this id on the server; "" where nothing is. */
  draftId: string;
};

/** What a report may be about that is there already. Whoever finds theirs goes on with that; nobody has to choose. */
export function LikelyEntries({ likely: { entries, reports }, draftId }: Props) {
  const t = useTranslations("reports.likely");
  const categories = useTranslations("services.category");
  const notNamed = useTranslations("reports.one")("notNamed");
  const format = useMoments();
  if (entries.length + reports.length === 0) return null;
  return (
    <section aria-labelledby="likely-title" className="max-w-line border-2 border-ink bg-sheet p-4">
      <h2 id="likely-title" className="text-xl">
        {t("title")}
      </h2>
      {entries.length > 0 ? (
        <ul className="mt-3 space-y-4">
          {entries.map((entry) => (
            <li key={entry.slug} className="border-rule border-t pt-3">
              <LocalLink href={`/services/${entry.slug}`} className="font-semibold">
                {entry.name}
              </LocalLink>
              <p>
                {[entry.place, entry.town].filter(Boolean).join(", ")}; {entry.provider ?? notNamed}
              </p>
              <p>
                <LikelyReasons reasons={entry.reasons} />
              </p>
              <p className="mt-2">
                <LocalLink
                  href={changeOfLikely(entry, draftId)}
                  className={buttonClasses("secondary")}
                  aria-label={t("thisOneOf", { name: entry.name })}
                >
                  {t("thisOne")}
                </LocalLink>
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      {reports.length > 0 ? (
        <>
          <p className="mt-4">{t("waitingTitle")}</p>
          <ul className="mt-2 space-y-3">
            {reports.map(({ ownId, category, place, town, waitingSince, reasons }) => (
              <li key={`${place}${waitingSince.getTime()}`} className="border-rule border-t pt-3">
                <p>
                  {t("waiting", {
                    kind: categories(category),
                    place: [place, town].filter(Boolean).join(", "),
                  })}
                </p>
                <p>{t("waitingSince", { date: format.day(waitingSince) })}</p>
                <p>
                  <LikelyReasons reasons={reasons} />
                </p>
                {ownId ? <LocalLink href={`/reports/${ownId}`}>{t("own")}</LocalLink> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="mt-4">{t("none")}</p>
    </section>
  );
}
