import type { Db } from "@/db/client";
import { findIdentifiersOf } from "@/db/queries/projection-sides";
import type { RegisterPlace } from "@/domain/places/register-place";
import { type Merge, mergeRecords } from "@/server/records/merge-records";
import { placeSourceKey } from "@/server/registers/doubt-services";
import { IMPORTER } from "@/server/starter/load-starter-data";

/**
 * Places that an earlier table had two of and this one has one, under both codes: what was the second is merged into
 * the first. So an installation that loaded the earlier table comes right, and nothing that somebody put there is lost.
 * Where the first has the second's code already they were merged before, and somebody may have undone it since.
 * @param brought ids of the places that registers brought, by their source keys.
 */
export async function joinPlaces(
  db: Db,
  places: readonly RegisterPlace[],
  brought: ReadonlyMap<string, string>,
): Promise<Merge[]> {
  const keys = new Set(places.map(placeSourceKey));
  const found = places.flatMap((place) => {
    const into = brought.get(placeSourceKey(place));
    if (into === undefined || place.register !== "hospitals") return [];
    return place.identifiers.flatMap(({ scheme, code }) => {
      const key = placeSourceKey({ register: place.register, key: `${scheme}/${code}` });
      const twin = keys.has(key) ? undefined : brought.get(key);
      return twin === undefined ? [] : [{ twin, into, code }];
    });
  });
  const held = await findIdentifiersOf(
    db,
    found.map(({ into }) => into),
  );
  const merges = found.filter(({ into, code }) => !held.get(into)?.some((entry) => entry.code === code));
  return mergeRecords(
    db,
    IMPORTER,
    "place",
    merges,
    "The register has this hospital under two codes; both are of one place",
  );
}
