import { useTranslations } from "next-intl";
import { FactChanges } from "@/components/claims/fact-changes";
import { SourceLine } from "@/components/claims/source-line";
import { useDates } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { ukToday } from "@/domain/dates/partial-date";
import type { EventRead, RecordHistory } from "@/domain/pages/record-history";
import { entryPath } from "@/domain/records/entry-path";

/** Everything that happened to an entry: when, from what to what, and from which source; never by whom. */
export function HistoryPage({ history: { entry, events, names } }: { history: RecordHistory }) {
  const t = useTranslations("services.history");
  const inWords = useDates();
  return (
    <>
      <PageTitle over={t("over")} intro={<p>{t("intro")}</p>}>
        {t("title", { name: entry.name })}
      </PageTitle>
      <p className="my-4">
        <LocalLink href={entryPath(entry.type, entry.slug)} className="inline-block py-1">
          {t("back", { name: entry.name })}
        </LocalLink>
      </p>
      {events.length === 0 ? <p>{t("none")}</p> : null}
      <ol className="list-none border-rule border-t">
        {events.map((event) => (
          <li
            key={`${event.kind} ${event.at.getTime()} ${event.of?.id}`}
            className="border-rule border-b py-5"
          >
            <h2 className="font-sans text-lg">{inWords(ukToday(event.at))}</h2>
            {event.of ? (
              <p className="font-semibold">{t(`of.${event.of.type}`, { name: event.of.name })}</p>
            ) : null}
            <p className="mb-3 max-w-line text-ink-soft">{event.reason ?? t(event.kind)}</p>
            <FactChanges rows={event.rows} names={names} />
            <EventSources sources={event.sources} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** The documents that what happened rests on. */
export function EventSources({ sources }: Pick<EventRead, "sources">) {
  const t = useTranslations("services.history");
  if (sources.length === 0) return null;
  return (
    <div className="mt-3 max-w-line">
      <p className="text-ink-soft">{t("sources", { count: sources.length })}</p>
      <ul className="list-disc pl-5">
        {sources.map((source) => (
          <li key={source.id}>
            <SourceLine source={source} />
          </li>
        ))}
      </ul>
    </div>
  );
}
