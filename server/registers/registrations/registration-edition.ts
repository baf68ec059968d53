import type { Db } from "@/db/client";
import { findEditionsInForce, type OfRegister } from "@/db/queries/imports-registers";
import { starterId } from "@/db/seed/starter/starter-id";
import { firstDayOf } from "@/domain/dates/partial-date";
import { DATASETS } from "@/ingest/build/dataset-registry";
import { COPY_OF_THE_REGISTER } from "@/ingest/build/write-registrations";
import { type RegistrationSource, registerOfRegistrations } from "./registration-sources";

/** Which of the regulator's files an edition is. */
export type CqcKind = "table" | "active" | "directory" | "api";

const TITLES: Record<CqcKind, string> = {
  table: "Register of GP locations, Care Quality Commission",
  active: "Care directory with filters (active locations), Care Quality Commission",
  directory: "Care directory, Care Quality Commission",
  api: "Syndication API, Care Quality Commission",
};

/** By what the sources of the regulator's register are found: those of its editions, and the copy that the project ships. */
export const OF_REGISTRATIONS: OfRegister = {
  prefix: "register/gp-registrations/",
  shippedId: registerOfRegistrations(COPY_OF_THE_REGISTER).row.id,
};

/**
 * An edition that somebody brought, as a source.
 * @param published when it was published, as partial as it is; @param speaksOf the day for which it speaks, ISO.
 */
export function sourceOfEdition(kind: CqcKind, published: string, speaksOf: string): RegistrationSource {
  const { row } = registerOfRegistrations(published);
  if (kind === "table" && speaksOf === COPY_OF_THE_REGISTER) return registerOfRegistrations(speaksOf);
  const sourceKey = `register/gp-registrations/${published}/${kind}/${speaksOf}`;
  const { licence, publisher } = DATASETS["gp-registrations"];
  const note =
    kind === "directory"
      ? "It lists locations that are registered, without the form of who is registered."
      : row.note;
  return {
    row: {
      ...row,
      id: starterId(sourceKey),
      sourceKey,
      licence,
      publisher,
      note,
      title: TITLES[kind],
      publishedOn: published,
      periodFrom: speaksOf,
      periodTo: speaksOf,
    },
    confirmedOn: speaksOf,
  };
}

/** The newest day for which an edition in force speaks, null without one. */
export async function newestEdition(db: Db): Promise<string | null> {
  const editions = await findEditionsInForce(db, OF_REGISTRATIONS);
  return editions.reduce<string | null>(
    (latest, one) => (latest === null || firstDayOf(one) > firstDayOf(latest) ? one : latest),
    null,
  );
}
