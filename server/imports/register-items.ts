import type { Db } from "@/db/client";
import { findPlacesForImport } from "@/db/queries/imports-known";
import {
  findPlaceIdsBySourceKey,
  listServicesToDoubt,
  type ServiceToDoubt,
} from "@/db/queries/register-places";
import { plainName } from "@/domain/imports/read-list";
import type { PlaceRegister, RegisterPlace } from "@/domain/places/register-place";
import { codesOf, type RegisterItem } from "@/server/imports/register-rows";
import { doubtsOf } from "@/server/registers/doubt-services";
import { matchPlaces } from "@/server/registers/load-registers";
import { placeSlugs } from "@/server/registers/place-slugs";
import type { PlaceTable } from "@/server/registers/place-table";
import { registerSource } from "@/server/registers/register-sources";

/** What an edition of one register has to say: its places, and the services that its places being gone makes doubtful. */
export async function itemsOf(
  db: Db,
  { register, edition }: { register: PlaceRegister; edition: string },
  table: PlaceTable,
): Promise<RegisterItem[]> {
  const slugs = placeSlugs(table.places);
  const sameAs = await findRenumbered(db, table.places);
  const places = table.places.map((place) => ({
    place,
    slug: slugs.get(place.key) ?? "",
    sameAs: sameAs.get(place.key) ?? null,
  }));
  // What goes on under a new code is listed.
  const goesOn = new Set(sameAs.values());
  const services = (await listServicesToDoubt(db)).filter(({ placeId }) => !goesOn.has(placeId));
  return [...places, ...doubtItems(services, { register, edition }, table)];
}

function doubtItems(
  services: readonly ServiceToDoubt[],
  { register, edition }: { register: PlaceRegister; edition: string },
  table: PlaceTable,
): RegisterItem[] {
  const byId = new Map(services.map((service) => [service.id, service]));
  const names = Object.keys(table.editions) as PlaceRegister[];
  const sources = Object.fromEntries(names.map((name) => [name, registerSource(name, edition)]));
  const { id } = registerSource(register, edition).row;
  return doubtsOf(services, table, sources as Parameters<typeof doubtsOf>[2]).flatMap((doubt) => {
    const service = byId.get(doubt.recordId);
    // With one register in the table nothing can be said of what the others list.
    if (!service || doubt.claims.some(({ sourceId }) => sourceId !== id)) return [];
    return [{ doubt, codes: codesOf(service) }];
  });
}

/**
 * Places that have come under a new code: ours has the same name at the same postcode, and the edition lists none of its
 * codes any more. A code is an entry, not a practice.
 * @returns the ids of ours by the keys of the edition's.
 */
async function findRenumbered(db: Db, places: readonly RegisterPlace[]): Promise<Map<string, string>> {
  const matched = await matchPlaces(db, places, await findPlaceIdsBySourceKey(db, "register/"));
  const unknown = places.filter(({ key }) => !matched.has(key));
  const listed = new Set(matched.values());
  const known = await findPlacesForImport(db, {
    codes: [],
    postcodes: [...new Set(unknown.map(({ address }) => address.postcode))],
    names: [],
  });
  const open = known.filter(({ id, codes, isHeld }) => !isHeld && codes.length > 0 && !listed.has(id));
  const renumbered = new Map<string, string>();
  const taken = new Set<string>();
  for (const { key, kind, name, address } of unknown) {
    const same = open.filter(
      (place) =>
        place.kind === kind &&
        place.postcode === address.postcode &&
        plainName(place.name) === plainName(name),
    );
    const [only] = same;
    if (!only || same.length !== 1 || taken.has(only.id)) continue;
    taken.add(only.id);
    renumbered.set(key, only.id);
  }
  return renumbered;
}
