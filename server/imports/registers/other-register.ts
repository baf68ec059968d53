import type { Db } from "@/db/client";
import { findPlaceIdsBySourceKey, listPlaceEntries } from "@/db/queries/register-places";
import type { PlaceRegister, RegisterPlace } from "@/domain/places/register-place";
import { IngestRefusal } from "@/ingest/refusal";
import { findInForce } from "@/server/registers/edition-in-force";
import { matchPlaces } from "@/server/registers/match-places";

/** Fewer entries than this tell nothing of what a file is. */
const TELLING = 20;
/** Editions of one register have nine in ten places in common; two registers of one layout have next to none. */
const LEAST_SHARE = 0.2;

/**
 * A register is known by its content: lists of surgical hubs and of diagnostic centres have the same layout.
 * @throws IngestRefusal where next to none of a file's places are among those that are here from this register.
 */
export async function refuseOtherRegister(
  db: Db,
  register: PlaceRegister,
  file: { name: string; places: readonly RegisterPlace[] },
): Promise<void> {
  const { places } = file;
  const { places: held } = await findInForce(db, register);
  if (held < TELLING || places.length < TELLING) return;
  const brought = await findPlaceIdsBySourceKey(db, "register/");
  const { size } = matchPlaces(await listPlaceEntries(db), places, brought);
  if (size >= places.length * LEAST_SHARE) return;
  throw new IngestRefusal(
    file.name,
    `${size} of its ${places.length} entries are among the ${held} that are here`,
  );
}
