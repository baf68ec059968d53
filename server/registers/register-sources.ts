import type { NewSourceRow } from "@/db/queries/sources";
import { sourceIdOf, sourceKeyOf } from "@/db/seed/starter/source-ids";
import { STARTER_SOURCES, type StarterSource, type StarterSourceKey } from "@/db/seed/starter/sources";
import { starterId } from "@/db/seed/starter/starter-id";
import { firstDayOf } from "@/domain/dates/partial-date";
import type { PlaceRegister } from "@/domain/places/register-place";
import { DATASETS } from "@/ingest/build/dataset-registry";

/** An edition of a register as a source, and the day from which what it says counts as confirmed, ISO. */
export type RegisterSource = { row: NewSourceRow & { id: string }; confirmedOn: string };

/** The starter facts cite these editions already: the same document is one source. */
const STARTER: Partial<Record<PlaceRegister, StarterSourceKey>> = {
  "gp-practices": "ods-epraccur-2025-09",
  hospitals: "nhsuk-hospitals-2020-11",
  "diagnostic-centres": "gov-uk-cdc-list-2025-10",
};

/** @param edition its month, such as 2025-09. */
export function registerSource(register: PlaceRegister, edition: string): RegisterSource {
  const starterKey = STARTER[register];
  const starter: StarterSource | undefined = starterKey && STARTER_SOURCES[starterKey];
  const confirmedOn = firstDayOf(edition);
  if (starterKey && starter?.publishedOn === edition) {
    const row = { ...starter, id: sourceIdOf(starterKey), sourceKey: sourceKeyOf(starterKey) };
    return { row, confirmedOn };
  }
  const { title, publisher, licence, sourceUrl } = DATASETS[register];
  const sourceKey = `register/${register}/${edition}`;
  return {
    row: {
      id: starterId(sourceKey),
      sourceKey,
      kind: "register",
      title,
      publisher,
      url: sourceUrl,
      publishedOn: edition,
      licence,
      note: starter?.note ?? null,
    },
    confirmedOn,
  };
}
