import type { NewSourceRow } from "@/db/queries/sources";
import type { Classification } from "@/db/reference/provider-classification";
import { confirmedOn, sourceIdOf, sourceKeyOf } from "@/db/seed/starter/source-ids";
import { STARTER_SOURCES, type StarterSourceKey } from "@/db/seed/starter/sources";
import { starterId } from "@/db/seed/starter/starter-id";
import { dateInWords } from "@/domain/dates/in-words";
import { firstDayOf } from "@/domain/dates/partial-date";

/** Sources that the starter data has already: one document, one row. */
const ALSO_STARTER: Record<string, StarterSourceKey> = {
  hospitals: "nhsuk-hospitals-2020-11",
  "gp-practices": "ods-epraccur-2025-09",
  towns: "simplemaps-towns-2023",
  "place-names": "geonames-2024-04",
  postcodes: "code-point-open-2025-10",
};

/** The extract itself: what it counts is of its month, and true on that month's last day. */
export const EXTRACT = "extract";
/** The month of the extract that comes with the project. */
export const SHIPPED_MONTH = "2026-04";
/** What the publisher calls the file, whatever its month. */
export const EXTRACT_TITLE = "Consultant-led referral to treatment waiting times, full extract";

/** The first and the last day of a month, ISO. @param month "2026-04" */
function daysOf(month: string): { from: string; to: string } {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}

/** The extract of a month as a source, and its id: that of the shipped month is the one that came with the project. */
export function extractSource(month: string, { sources }: Pick<Classification, "sources">) {
  const shipped = sources[EXTRACT];
  const { from: periodFrom, to: periodTo } = daysOf(month);
  const sourceKey = extractKey(month);
  const row = {
    id: starterId(`source/${sourceKey}`),
    sourceKey,
    kind: "official-statistics" as const,
    title:
      month === SHIPPED_MONTH && shipped ? shipped.title : `${EXTRACT_TITLE}, ${dateInWords(month, "en")}`,
    publisher: shipped?.publisher ?? "NHS England",
    url: shipped?.url ?? null,
    periodFrom,
    periodTo,
    licence: "Open Government Licence v3.0",
    note: NOTE,
  };
  return { row, confirmedOn: periodTo };
}

const extractKey = (month: string) => keyOf(month === SHIPPED_MONTH ? EXTRACT : `${EXTRACT}/${month}`);

/** A source's id in the database, and the day on which it confirmed what it says, ISO. */
export type SourceRef = { sourceId: string; confirmedOn: string };

/**
 * Where each source of the classification is, and the files of towns and postcodes.
 * @param month of the extract that "extract" stands for.
 */
export function sourceRefs(
  { sources }: Pick<Classification, "sources">,
  month = SHIPPED_MONTH,
): (key: string) => SourceRef {
  const extract = extractSource(month, { sources });
  return (key) => {
    const starter = ALSO_STARTER[key];
    if (starter !== undefined) {
      return { sourceId: sourceIdOf(starter), confirmedOn: confirmedOn(STARTER_SOURCES[starter]) };
    }
    if (key === EXTRACT) return { sourceId: extract.row.id, confirmedOn: extract.confirmedOn };
    const source = sources[key];
    const day = source?.date ?? source?.describesFrom;
    if (day === undefined) throw new Error(`no source "${key}", or no day of it`);
    return { sourceId: idOf(key), confirmedOn: firstDayOf(day) };
  };
}

/** The rows of all sources that the waiting times of a month refer to; one that is stored is left as it stands. */
export function sourceRows(
  { sources }: Pick<Classification, "sources">,
  month = SHIPPED_MONTH,
): NewSourceRow[] {
  const own = Object.entries(sources)
    .filter(([key]) => ALSO_STARTER[key] === undefined && key !== EXTRACT)
    .map(([key, { date, describesFrom, ...source }]): NewSourceRow => {
      const row = { ...source, id: idOf(key), sourceKey: keyOf(key) };
      return { ...row, publishedOn: date, periodFrom: date === null ? describesFrom : null };
    });
  const starter = Object.values(ALSO_STARTER).map((key): NewSourceRow => {
    const { settledOn: _, ...source } = { settledOn: undefined, ...STARTER_SOURCES[key] };
    return { ...source, id: sourceIdOf(key), sourceKey: sourceKeyOf(key) };
  });
  return [extractSource(month, { sources }).row, ...own, ...starter];
}

const NOTE =
  "Counts consultant-led treatment by provider, commissioner and specialty. It gives names and codes, not addresses, and does not say what an organisation is.";

const keyOf = (key: string) => `waiting-times/${key}`;
const idOf = (key: string) => starterId(`source/${keyOf(key)}`);
