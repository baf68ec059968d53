import type { Db } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { toCsv } from "@/domain/csv-out";
import { importWords } from "@/server/imports/engine/import-words";
import { loadOrganisation } from "@/server/imports/engine/load-organisations";

const HEADER = [
  "Organisation",
  "Practice",
  "Practice code",
  "Registered since",
  "Registered until",
  "Shown now",
  "What would change",
  "What a moderator looks at",
  "Source",
  "Document",
  "Copy of",
  "Check at the regulator",
  "Your comment",
];

/**
 * The rows of an import that concern one organisation, to be sent to it before anything of them is published; the last column is for its
 * answer.
 * @throws as `loadOrganisation`.
 */
export async function organisationCsv(
  db: Db,
  actor: AnyActor,
  batchId: string,
  providerId: string,
): Promise<string> {
  const { read, organisation } = await loadOrganisation(db, actor, batchId, providerId);
  const words = importWords();
  const { title, publisher } = read.source;
  const lines = organisation.rows.map(({ place, code, registered, shownNow, plan, warnings, speaksOf }) => [
    organisation.name,
    place,
    code,
    registered?.since ?? "",
    registered?.until ?? "",
    shownNow,
    (plan?.changes ?? []).map(words.change).join("; "),
    warnings.map(words.problem).join(" "),
    publisher,
    title,
    speaksOf,
    registered?.checkAt ?? "",
    "",
  ]);
  return toCsv([HEADER, ...lines]);
}
