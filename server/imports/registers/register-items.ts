import type { Db } from "@/db/client";
import {
  findPlaceIdsBySourceKey,
  listPlaceEntries,
  listServicesToDoubt,
  type ServiceToDoubt,
} from "@/db/queries/register-places";
import type { PlaceTable } from "@/db/reference/place-table";
import type { PlaceRegister, RegisterBranch } from "@/domain/places/register-place";
import { codesOf, type RegisterItem } from "@/server/imports/registers/register-item";
import { findDroppedBranches, isSecondOf } from "@/server/registers/branches";
import { doubtsOf } from "@/server/registers/doubt-services";
import { isOvertaken } from "@/server/registers/edition-in-force";
import { findEndedPlaces } from "@/server/registers/ended-entries";
import { type DoubtedService, findDoubtedByRegisters, liftsOf } from "@/server/registers/lift-doubts";
import { findRenumbered, matchPlaces } from "@/server/registers/match-places";
import { placeSlugs } from "@/server/registers/place-slugs";
import { registerSource } from "@/server/registers/register-sources";

/**
 * What an edition of one register has to say: its places, the places that it closes or does not list any more, the
 * services that this makes doubtful, and those that it doubted before and lists again.
 */
export async function itemsOf(
  db: Db,
  { register, edition }: { register: PlaceRegister; edition: string },
  table: PlaceTable,
): Promise<RegisterItem[]> {
  const entries = await listPlaceEntries(db);
  if (register === "gp-branches") {
    const branches = table.branches ?? [];
    const dropped = await findDroppedBranches(db, edition, { branches, entries });
    return [...branchItems(branches), ...dropped.map((place) => ({ ended: place }))];
  }
  const slugs = placeSlugs(table.places);
  const matched = matchPlaces(entries, table.places, await findPlaceIdsBySourceKey(db, "register/"));
  const sameAs = await findRenumbered(db, table.places, matched);
  const places = table.places.map((place) => ({
    place,
    slug: slugs.get(place.key) ?? "",
    sameAs: sameAs.get(place.key) ?? null,
  }));
  const listed = [...matched.values(), ...sameAs.values()];
  const ended = await findEndedPlaces(db, { register, edition }, { ...table, listed, entries });
  const said = [...places, ...ended.map((place) => ({ ended: place }))];
  // What the edition in force repeated was not written again: nobody can tell what an older one knows better.
  if (await isOvertaken(db, register, edition)) return said;
  // What goes on under a new code is listed.
  const goesOn = new Set(sameAs.values());
  const services = (await listServicesToDoubt(db)).filter(({ placeId }) => !goesOn.has(placeId));
  const lifted = liftItems(await findDoubtedByRegisters(db), { register, edition }, table, goesOn);
  return [...said, ...doubtItems(services, { register, edition }, table), ...lifted];
}

function liftItems(
  services: readonly DoubtedService[],
  { register, edition }: { register: PlaceRegister; edition: string },
  table: PlaceTable,
  goesOn: ReadonlySet<string>,
): RegisterItem[] {
  const byId = new Map(services.map((service) => [service.id, service]));
  const sources = { [register]: registerSource(register, edition) };
  return liftsOf(services, table, sources, goesOn).flatMap((lift) => {
    const service = byId.get(lift.recordId);
    return service ? [{ lift, codes: codesOf(service) }] : [];
  });
}

function doubtItems(
  services: readonly ServiceToDoubt[],
  { register, edition }: { register: PlaceRegister; edition: string },
  table: PlaceTable,
): RegisterItem[] {
  const byId = new Map(services.map((service) => [service.id, service]));
  // With one register in the table nothing can be said of what the others list.
  const sources = { [register]: registerSource(register, edition) };
  return doubtsOf(services, table, sources).flatMap((doubt) => {
    const service = byId.get(doubt.recordId);
    return service ? [{ doubt, codes: codesOf(service) }] : [];
  });
}

function branchItems(branches: readonly RegisterBranch[]): RegisterItem[] {
  const before = new Map<string, RegisterBranch[]>();
  return branches.map((branch) => {
    const earlier = before.get(branch.code) ?? [];
    before.set(branch.code, [...earlier, branch]);
    return isSecondOf(branch, earlier) ? { branch, isTwice: true } : { branch };
  });
}
