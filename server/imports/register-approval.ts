import type { Db } from "@/db/client";
import type { ImportRowStored } from "@/db/queries/imports";
import { findPlaceIdsBySourceKey, listPlaceIdentifiers } from "@/db/queries/register-places";
import { insertSources } from "@/db/queries/sources";
import type { PlaceRegister } from "@/domain/places/register-place";
import type { ImportDrafts } from "@/server/imports/import-drafts";
import type { RecordDraft } from "@/server/records/save-records";
import { registerSource } from "@/server/registers/register-sources";

/**
 * What the chosen rows of a register make of the records, as they were previewed.
 * @returns null when a place that would be new has come by another way since: its preview does not hold any more.
 */
export async function registerRows(
  db: Db,
  register: PlaceRegister,
  edition: string,
  rows: readonly ImportRowStored[],
): Promise<ImportDrafts | null> {
  const drafts = rows.map(({ raw }) => JSON.parse(raw[0] ?? "null") as RecordDraft);
  const codes = new Set((await listPlaceIdentifiers(db)).map(({ scheme, code }) => `${scheme} ${code}`));
  const keys = await findPlaceIdsBySourceKey(db, "register/");
  const isHere = ({ create, claims }: RecordDraft) =>
    create !== undefined &&
    (keys.has(create.sourceKey ?? "") ||
      claims.some(({ field, value }) => field === "identifier" && codes.has(codeOf(value))));
  if (drafts.some(isHere)) return null;
  await insertSources(db, [registerSource(register, edition).row]);
  const idsByRow = new Map(rows.map(({ number }, index) => [number, [drafts[index]?.recordId ?? ""]]));
  return { drafts, idsByRow };
}

function codeOf(value: unknown): string {
  const { scheme, code } = value as { scheme: string; code: string };
  return `${scheme} ${code}`;
}
