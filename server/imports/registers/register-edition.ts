import type { Db } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { doubtsOfEdition, type EditionDoubt } from "@/domain/imports/batch";
import { canImport } from "@/domain/imports/import-policy";
import type { PlaceRegister } from "@/domain/places/register-place";
import { DATASETS } from "@/ingest/build/dataset-registry";
import { IMPORTED_REGISTERS } from "@/server/imports/registers/read-register";
import { findInForce } from "@/server/registers/edition-in-force";

/** Whether an edition looks older than the one in force, or cut. */
export async function findEditionDoubts(
  db: Db,
  register: PlaceRegister,
  given: { edition: string; places: number },
): Promise<EditionDoubt[]> {
  return doubtsOfEdition(given, await findInForce(db, register));
}

/** A register that an edition can be brought of, and what is here of it now. */
export type RegisterChoice = {
  register: PlaceRegister;
  title: string;
  /** Where its publisher offers it. */
  url: string;
  edition: string | null;
  places: number;
};

/** @throws NotAllowedError for whoever may not bring one. */
export async function loadRegisterChoices(db: Db, actor: AnyActor): Promise<RegisterChoice[]> {
  if (!canImport(actor)) throw new NotAllowedError("not-admin");
  return Promise.all(
    IMPORTED_REGISTERS.map(async (register) => {
      const { title, sourceUrl: url } = DATASETS[register];
      return { register, title, url, ...(await findInForce(db, register)) };
    }),
  );
}
