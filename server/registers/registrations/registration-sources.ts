import type { NewSourceRow } from "@/db/queries/sources";
import type { RegisteredOrganisations } from "@/db/reference/registered-organisations";
import { starterId } from "@/db/seed/starter/starter-id";
import { firstDayOf } from "@/domain/dates/partial-date";
import { DATASETS } from "@/ingest/build/dataset-registry";

/** A source with the day from which what it says counts as confirmed, ISO. */
export type RegistrationSource = { row: NewSourceRow & { id: string }; confirmedOn: string };

const NOTE =
  "A registration shows the form of who is registered, not the owners, and a copy keeps registrations that ended, without a day.";

/** The regulator's register as it stood on a day. @param edition ISO day, or a month where the file gives no day. */
export function registerOfRegistrations(edition: string): RegistrationSource {
  const { title, publisher, licence, sourceUrl: url } = DATASETS["gp-registrations"];
  const sourceKey = `register/gp-registrations/${edition}`;
  return {
    row: {
      id: starterId(sourceKey),
      sourceKey,
      kind: "register",
      publisher,
      url,
      licence,
      note: NOTE,
      title: edition.startsWith(DATASETS["gp-registrations"].vintage) ? title : CURRENT_TITLE,
      publishedOn: edition,
    },
    confirmedOn: firstDayOf(edition),
  };
}

const CURRENT_TITLE = "Register of GP locations, Care Quality Commission";

/** What Companies House says of the companies. */
export function companiesSource(): RegistrationSource {
  const { title, publisher, licence, sourceUrl: url, vintage: edition } = DATASETS["gp-companies"];
  const sourceKey = `register/gp-companies/${edition}`;
  const row = {
    id: starterId(sourceKey),
    sourceKey,
    kind: "register" as const,
    title,
    publisher,
    url,
    licence,
  };
  return {
    row: { ...row, publishedOn: edition, note: "Type and status of a company. It has no owners." },
    confirmedOn: firstDayOf(edition),
  };
}

/** The documents that say who owns an organisation, by their keys in the reviewed table. */
export function evidenceSources({ sources }: RegisteredOrganisations): Map<string, RegistrationSource> {
  return new Map(
    Object.entries(sources).map(([key, { kind, publisher, title, url, date, describesFrom = null }]) => {
      const sourceKey = `gp-organisations/${key}`;
      const row = {
        id: starterId(`source/${sourceKey}`),
        sourceKey,
        kind,
        publisher,
        title,
        url,
        publishedOn: date,
        periodFrom: describesFrom,
      };
      return [key, { row, confirmedOn: firstDayOf(date ?? describesFrom ?? "") }];
    }),
  );
}
