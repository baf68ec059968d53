import type { Db } from "@/db/client";
import { countPlacesOfRegister, findEditionsInForce } from "@/db/queries/imports-registers";
import type { AnyActor } from "@/domain/actor";
import { firstDayOf } from "@/domain/dates/partial-date";
import { NotAllowedError } from "@/domain/errors";
import { doubtsOfEdition, type EditionDoubt } from "@/domain/imports/batch";
import { canImport } from "@/domain/imports/import-policy";
import type { PlaceRegister } from "@/domain/places/register-place";
import { IMPORTED_REGISTERS } from "@/server/imports/read-register";
import { DATASETS } from "@/server/ingest/dataset-registry";
import { registerSource } from "@/server/registers/register-sources";

/** What an edition of a register is held against: what the records have of it now. */
async function findInForce(
  db: Db,
  register: PlaceRegister,
): Promise<{ edition: string | null; places: number }> {
  const prefix = `register/${register}/`;
  const shippedId = registerSource(register, DATASETS[register].vintage).row.id;
  const editions = await findEditionsInForce(db, { prefix, shippedId });
  const newest = editions.reduce<string | null>(
    (latest, one) => (latest === null || firstDayOf(one) > firstDayOf(latest) ? one : latest),
    null,
  );
  return { edition: newest, places: await countPlacesOfRegister(db, prefix) };
}

/** Whether an edition looks older than the one in force, or cut. */
export async function findEditionDoubts(
  db: Db,
  register: PlaceRegister,
  given: { edition: string; places: number },
): Promise<EditionDoubt[]> {
  return doubtsOfEdition(given, await findInForce(db, register));
}

/** True once an edition is older than the one in force: another may have been approved since it was previewed. */
export async function isOvertaken(db: Db, register: PlaceRegister, edition: string): Promise<boolean> {
  const { edition: held } = await findInForce(db, register);
  return held !== null && firstDayOf(edition) < firstDayOf(held);
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
