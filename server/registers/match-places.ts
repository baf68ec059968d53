import type { Db } from "@/db/client";
import { findPlacesForImport } from "@/db/queries/imports-known";
import { listCodesOfRegister } from "@/db/queries/imports-registers";
import type { PlaceEntry } from "@/db/queries/register-places";
import { plainName } from "@/domain/names/plain-name";
import type { PlaceKind } from "@/domain/places/place";
import { PLACE_REGISTERS, type PlaceRegister, type RegisterPlace } from "@/domain/places/register-place";
import { placeSourceKey } from "@/server/registers/doubt-services";
import { sourcesOfRegister } from "@/server/registers/edition-in-force";

/**
 * The stored place for each of the register's: the one it brought before, or one with one of its codes. A trust's entry is
 * no hospital that bears the trust's code, and the other way round.
 */
export function matchPlaces(
  entries: readonly PlaceEntry[],
  places: readonly RegisterPlace[],
  brought: ReadonlyMap<string, string>,
): Map<string, string> {
  const byCode = new Map(
    entries.map(({ placeId, kind, scheme, code }) => [`${isOffice(kind)} ${scheme} ${code}`, placeId]),
  );
  const matched = new Map<string, string>();
  for (const place of places) {
    const office = isOffice(place.kind);
    const codes = place.identifiers.map(({ scheme, code }) => byCode.get(`${office} ${scheme} ${code}`));
    const id = brought.get(placeSourceKey(place)) ?? codes.find((found) => found !== undefined);
    if (id !== undefined) matched.set(place.key, id);
  }
  return matched;
}

const isOffice = (kind: PlaceKind) => kind === "trust-headquarters";

/**
 * Places that have come under a new code: ours has the same name at the same postcode, and the edition lists none of its
 * codes any more. A code is an entry, not a practice.
 * @param matched the places of ours that the edition lists, by its keys.
 * @returns the ids of ours by the keys of the edition's.
 */
export async function findRenumbered(
  db: Db,
  places: readonly RegisterPlace[],
  matched: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const unknown = places.filter(({ key }) => !matched.has(key));
  if (unknown.length === 0) return new Map();
  const listed = new Set(matched.values());
  const known = await findPlacesForImport(db, {
    codes: [],
    postcodes: [...new Set(unknown.map(({ address }) => address.postcode))],
    names: [],
  });
  const open = known.filter(
    ({ id, codes, isHeld, heldCare }) => !isHeld && heldCare === null && codes.length > 0 && !listed.has(id),
  );
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

/** Those of them that the same register listed before: without anybody to look, a place of others is not taken by its name. */
export async function findOwnRenumbered(
  db: Db,
  places: readonly RegisterPlace[],
  matched: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const registers = new Map(places.map(({ key, register }) => [key, register]));
  const listed = new Map<PlaceRegister, Set<string | undefined>>();
  for (const register of PLACE_REGISTERS) {
    const codes = await listCodesOfRegister(db, sourcesOfRegister(register));
    listed.set(register, new Set([...codes].map((code) => code.split(" ")[0])));
  }
  const own = [...(await findRenumbered(db, places, matched))].filter(([key, placeId]) => {
    const register = registers.get(key);
    return register !== undefined && listed.get(register)?.has(placeId);
  });
  return new Map(own);
}
