import type { NewSourceRow } from "@/db/queries/sources";
import { STARTER_SOURCES, type StarterSourceKey } from "@/db/seed/starter/sources";
import { starterId } from "@/db/seed/starter/starter-id";
import { firstDayOf } from "@/domain/dates/partial-date";
import { confirmedOn, sourceIdOf, sourceKeyOf } from "@/server/starter/starter-drafts";
import type { Classification } from "./classification";

/** Sources that the starter data has already: one document, one row. */
const ALSO_STARTER: Record<string, StarterSourceKey> = {
  hospitals: "nhsuk-hospitals-2020-11",
  "gp-practices": "ods-epraccur-2025-09",
  towns: "simplemaps-towns-2023",
  "place-names": "geonames-2024-04",
  postcodes: "code-point-open-2025-10",
};

/** The extract itself: what it counts is of this month, and true on its last day. */
export const EXTRACT = "extract";
const EXTRACT_MONTH = { from: "2026-04-01", to: "2026-04-30" };

/** A source's id in the database, and the day on which it confirmed what it says, ISO. */
export type SourceRef = { sourceId: string; confirmedOn: string };

/** Where each source of the classification is, and the files of towns and postcodes. */
export function sourceRefs({ sources }: Classification): (key: string) => SourceRef {
  return (key) => {
    const starter = ALSO_STARTER[key];
    if (starter !== undefined) {
      return { sourceId: sourceIdOf(starter), confirmedOn: confirmedOn(STARTER_SOURCES[starter]) };
    }
    if (key === EXTRACT) return { sourceId: idOf(key), confirmedOn: EXTRACT_MONTH.to };
    const source = sources[key];
    const day = source?.date ?? source?.describesFrom;
    if (day === undefined) throw new Error(`no source "${key}", or no day of it`);
    return { sourceId: idOf(key), confirmedOn: firstDayOf(day) };
  };
}

/** The rows of all sources that the waiting times refer to; one that is stored is left as it stands. */
export function sourceRows({ sources }: Classification): NewSourceRow[] {
  const own = Object.entries(sources)
    .filter(([key]) => ALSO_STARTER[key] === undefined)
    .map(([key, { date, describesFrom, ...source }]): NewSourceRow => {
      const row = { ...source, id: idOf(key), sourceKey: keyOf(key) };
      if (key !== EXTRACT)
        return { ...row, publishedOn: date, periodFrom: date === null ? describesFrom : null };
      const { from: periodFrom, to: periodTo } = EXTRACT_MONTH;
      return { ...row, periodFrom, periodTo, licence: "Open Government Licence v3.0", note: NOTE };
    });
  const starter = Object.values(ALSO_STARTER).map((key): NewSourceRow => {
    const { settledOn: _, ...source } = { settledOn: undefined, ...STARTER_SOURCES[key] };
    return { ...source, id: sourceIdOf(key), sourceKey: sourceKeyOf(key) };
  });
  return [...own, ...starter];
}

const NOTE =
  "Counts consultant-led treatment by provider, commissioner and specialty. It gives names and codes, not addresses, and does not say what an organisation is.";

const keyOf = (key: string) => `waiting-times/${key}`;
const idOf = (key: string) => starterId(`source/${keyOf(key)}`);
