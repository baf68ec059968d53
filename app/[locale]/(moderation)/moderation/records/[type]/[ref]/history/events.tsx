import { getTranslations } from "next-intl/server";
import { FactChanges } from "@/components/claims/fact-changes";
import { EventSources } from "@/components/claims/history-page";
import { LocalLink } from "@/components/layout/local-link";
import { momentWords } from "@/domain/dates/moment-in-words";
import type { EventForModerators, HistoryForModerators } from "@/server/records/load-history";

type Props = { history: HistoryForModerators; base: string };

/** Every event, newest first, with what can be done about it. */
export async function EventsForModerators({ history: { events, names }, base }: Props) {
  const t = await getTranslations("moderation.history");
  // What an entry says of itself is brought back; of its lines a change is taken back.
  const newest = events.find(({ of }) => of === null);
  if (events.length === 0) return <p>{t("none")}</p>;
  return (
    <ol className="list-none border-rule border-t">
      {events.map((event) => (
        <li key={`${event.kind} ${event.at.getTime()} ${event.of?.id}`} className="border-rule border-b py-5">
          <EventHead event={event} />
          <FactChanges rows={event.rows} names={names} />
          <EventSources sources={sourcesOf(event)} />
          <p className="mt-3 flex flex-wrap gap-x-6">
            {event.undo ? (
              <LocalLink
                href={`${base}/history?undo=${event.undo.batchId}`}
                className="inline-flex min-h-11 items-center"
              >
                {t(event.undo.isMerge ? "split" : "takeBack")}
              </LocalLink>
            ) : null}
            {event.of === null && event !== newest && event.kind !== "other" ? (
              <LocalLink
                href={`${base}/history?to=${event.at.getTime()}`}
                className="inline-flex min-h-11 items-center"
              >
                {t("revert")}
              </LocalLink>
            ) : null}
            {event.reportId ? (
              <LocalLink href={`/moderation/${event.reportId}`} className="inline-flex min-h-11 items-center">
                {t("report")}
              </LocalLink>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  );
}

async function EventHead({
  event: { at, who, kind, reason, because, shown, of },
}: {
  event: EventForModerators;
}) {
  const t = await getTranslations("moderation.history");
  const one = await getTranslations("moderation.one");
  const states = await getTranslations("moderation.brake.states");
  const kinds = await getTranslations("services.history");
  const format = momentWords((await getTranslations("common"))("dateLanguage"));
  return (
    <>
      <h2 className="font-sans text-lg">{format.moment(at)}</h2>
      {of ? <p className="font-semibold">{kinds(`of.${of.type}`, { name: of.name })}</p> : null}
      <p className="mb-3 max-w-line text-ink-soft">
        {t("line", {
          who: who === null ? t("job") : one("moderator", { handle: who }),
          what: reason ?? kinds(kind),
        })}
        {shown ? ` ${t("shown", { before: states(shown.before), after: states(shown.after) })}` : null}
      </p>
      {because ? (
        <p className="mb-3 max-w-line whitespace-pre-line">{t("because", { reason: because })}</p>
      ) : null}
    </>
  );
}

function sourcesOf({ rows }: EventForModerators) {
  const sources = rows.flatMap(({ after }) => (after ? [after.source] : []));
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}
