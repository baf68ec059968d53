import type { Db } from "@/db/client";
import {
  findPlaceIdsBySourceKey,
  listPlaceEntries,
  listServicesToDoubt,
  type PlaceEntry,
} from "@/db/queries/register-places";
import type { PlaceTable } from "@/db/reference/place-table";
import { doubtsOfEdition } from "@/domain/imports/batch";
import { PLACE_REGISTERS, type PlaceRegister, type RegisterBranch } from "@/domain/places/register-place";
import { codesOf, type RegisterItem } from "@/server/imports/registers/register-item";
import { findDroppedBranches, isSecondOf } from "@/server/registers/branches";
import { doubtsOf } from "@/server/registers/doubt-services";
import { findInForce, isOvertaken } from "@/server/registers/edition-in-force";
import { findEndedPlaces } from "@/server/registers/ended-places";
import { findDoubtedByRegisters, liftsOf } from "@/server/registers/lift-doubts";
import { findOwnRenumbered, findRenumbered, matchPlaces } from "@/server/registers/match-places";
import { placeSlugs } from "@/server/registers/place-slugs";
import { type RegisterSource, registerSource } from "@/server/registers/register-sources";

type Edition = { register: PlaceRegister; edition: string };

/**
 * What the editions of a table have to say, by register: its places, the places that it closes or does not list any more, the
 * services that this makes doubtful, and those that it doubted before and lists again.
 * @param isShipped nobody looks at a table that comes with the project. So a place of others is not taken by its name there, an edition that
 * looks older than what is here, or cut, ends nothing, and the same edition packed anew lifts no doubt.
 */
export async function itemsOf(
  db: Db,
  table: PlaceTable,
  isShipped = false,
): Promise<Map<PlaceRegister, RegisterItem[]>> {
  const entries = await listPlaceEntries(db);
  const slugs = placeSlugs(table.places);
  const matched = matchPlaces(entries, table.places, await findPlaceIdsBySourceKey(db, "register/"));
  const sameAs = await (isShipped ? findOwnRenumbered : findRenumbered)(db, table.places, matched);
  const items = new Map<PlaceRegister, RegisterItem[]>();
  for (const edition of editionsOf(table)) {
    const { register } = edition;
    if (register === "gp-branches") {
      items.set(register, await itemsOfBranches(db, edition, table.branches ?? [], entries));
      continue;
    }
    const places = table.places.filter((place) => place.register === register);
    const listed = places.flatMap(({ key }) => matched.get(key) ?? sameAs.get(key) ?? []);
    const said = places.map((place) => ({
      place,
      slug: slugs.get(place.key) ?? "",
      sameAs: sameAs.get(place.key) ?? null,
    }));
    const isTrusted = !isShipped || !(await looksWrong(db, edition, places.length));
    const ended = table.ended.filter((entry) => entry.register === register);
    const over = isTrusted ? await findEndedPlaces(db, edition, { places, ended, listed, entries }) : [];
    items.set(register, [...said, ...over.map((place) => ({ ended: place }))]);
  }
  // What goes on under a new code is listed.
  const goesOn = new Set(sameAs.values());
  const newest = await sourcesInForce(db, table);
  for (const [register, item] of await doubtItems(db, table, newest, goesOn)) items.get(register)?.push(item);
  for (const [register, item] of await liftItems(db, table, newest, { goesOn, isShipped }))
    items.get(register)?.push(item);
  return items;
}

function editionsOf({ editions }: PlaceTable): Edition[] {
  return PLACE_REGISTERS.flatMap((register) => {
    const edition = editions[register];
    return edition === undefined ? [] : [{ register, edition }];
  });
}

/** Whether whoever brought this edition would be asked why it is right all the same. */
async function looksWrong(db: Db, { register, edition }: Edition, places: number): Promise<boolean> {
  return doubtsOfEdition({ edition, places }, await findInForce(db, register)).length > 0;
}

type Sources = Partial<Record<PlaceRegister, RegisterSource>>;

/**
 * The registers of which no newer edition is here, with the source of this one. What the edition in force repeated was not written
 * again: nobody can tell what an older one knows better, so it raises no doubt and lifts none.
 */
async function sourcesInForce(db: Db, table: PlaceTable): Promise<Sources> {
  const newest: Sources = {};
  for (const { register, edition } of editionsOf(table))
    if (!(await isOvertaken(db, register, edition))) newest[register] = registerSource(register, edition);
  return newest;
}

async function liftItems(
  db: Db,
  table: PlaceTable,
  newest: Sources,
  { goesOn, isShipped }: { goesOn: ReadonlySet<string>; isShipped: boolean },
): Promise<[PlaceRegister, RegisterItem][]> {
  const doubted = (await findDoubtedByRegisters(db)).filter(
    ({ register, since }) => !isShipped || since < (newest[register]?.confirmedOn ?? ""),
  );
  const byId = new Map(doubted.map((service) => [service.id, service]));
  return liftsOf(doubted, table, newest, goesOn).flatMap((lift): [PlaceRegister, RegisterItem][] => {
    const service = byId.get(lift.recordId);
    return service ? [[service.register, { lift, codes: codesOf(service) }]] : [];
  });
}

/** With one register in the table nothing can be said of what the others list. */
async function doubtItems(
  db: Db,
  table: PlaceTable,
  newest: Sources,
  goesOn: ReadonlySet<string>,
): Promise<[PlaceRegister, RegisterItem][]> {
  const services = (await listServicesToDoubt(db)).filter(({ placeId }) => !goesOn.has(placeId));
  const byId = new Map(services.map((service) => [service.id, service]));
  return doubtsOf(services, table, newest).flatMap((doubt): [PlaceRegister, RegisterItem][] => {
    const service = byId.get(doubt.recordId);
    const by = PLACE_REGISTERS.find((name) => newest[name]?.row.id === doubt.claims[0]?.sourceId);
    return service && by ? [[by, { doubt, codes: codesOf(service) }]] : [];
  });
}

async function itemsOfBranches(
  db: Db,
  { edition }: Edition,
  branches: readonly RegisterBranch[],
  entries: readonly PlaceEntry[],
): Promise<RegisterItem[]> {
  const dropped = await findDroppedBranches(db, edition, { branches, entries });
  return [...branchItems(branches), ...dropped.map((place) => ({ ended: place }))];
}

function branchItems(branches: readonly RegisterBranch[]): RegisterItem[] {
  const before = new Map<string, RegisterBranch[]>();
  return branches.map((branch) => {
    const earlier = before.get(branch.code) ?? [];
    before.set(branch.code, [...earlier, branch]);
    return isSecondOf(branch, earlier) ? { branch, isTwice: true } : { branch };
  });
}
