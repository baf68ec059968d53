import type { Db } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { canImport } from "@/domain/imports/import-policy";
import type { EditionChoice } from "@/server/imports/engine/import-format";
import { FORMATS } from "@/server/imports/formats";

/** The names of all that can be brought as its publisher offers it. */
export const IMPORTED_EDITIONS: readonly string[] = FORMATS.flatMap(({ isEdition, recognise }) =>
  isEdition ? recognise : [],
);

/** @throws NotAllowedError for whoever may not bring one. */
export async function loadEditionChoices(db: Db, actor: AnyActor): Promise<EditionChoice[]> {
  if (!canImport(actor)) throw new NotAllowedError("not-admin");
  return (await Promise.all(FORMATS.map((format) => format.choices(db)))).flat();
}
