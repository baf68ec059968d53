import type { Db } from "@/db/client";
import {
  countListedBranches,
  countListedPlaces,
  findEditionsInForce,
  type OfRegister,
} from "@/db/queries/imports-registers";
import { firstDayOf } from "@/domain/dates/partial-date";
import type { PlaceRegister } from "@/domain/places/register-place";
import { DATASETS } from "@/ingest/build/dataset-registry";
import { registerSource } from "@/server/registers/register-sources";

/** By what the sources of a register are found: those of its editions, and the one that the project ships. */
export function sourcesOfRegister(register: PlaceRegister): OfRegister {
  const shippedId = registerSource(register, DATASETS[register].vintage).row.id;
  return { prefix: `register/${register}/`, shippedId };
}

/** What the records have of a register now: its newest edition, and how many places (or branches) it lists here. */
export async function findInForce(
  db: Db,
  register: PlaceRegister,
): Promise<{ edition: string | null; places: number }> {
  const of = sourcesOfRegister(register);
  const editions = await findEditionsInForce(db, of);
  const newest = editions.reduce<string | null>(
    (latest, one) => (latest === null || firstDayOf(one) > firstDayOf(latest) ? one : latest),
    null,
  );
  const listed = register === "gp-branches" ? await countListedBranches(db) : await countListedPlaces(db, of);
  return { edition: newest, places: listed };
}

/** True once an edition is older than the one in force: another may have been approved since it was previewed. */
export async function isOvertaken(db: Db, register: PlaceRegister, edition: string): Promise<boolean> {
  const { edition: held } = await findInForce(db, register);
  return held !== null && firstDayOf(edition) < firstDayOf(held);
}
