import { and, asc, isNotNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { findPlacesCalledAfter } from "@/db/queries/given-away";
import { places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { publications } from "@/db/schema/sources";
import { fewTouched, type Touched, type Touches } from "@/domain/records/touched";

/** The newest publication that was read, and how many there were by then: one that commits late, with a lower number, is noticed by that. */
export type PublicationsRead = { newest: number; total: number };

/**
 * What was published since, to be asked before the records are read: what comes between is read twice, and never missed.
 * @param since null for a first reading
 * @param heard the newest number that this process was told of: where it is not there, nobody knows what it touched
 * @returns `touched` with all that hangs together with it; null where all records have to be read again
 */
export async function readPublications(
  db: Db,
  since: PublicationsRead | null,
  heard: number,
): Promise<{ read: PublicationsRead; touched: Touched | null }> {
  const after = since?.newest ?? 0;
  const { number, touches } = publications;
  const [row] = await db
    .select({
      newest: sql`coalesce(max(${number}), 0)`.mapWith(Number),
      total: sql`count(*)`.mapWith(Number),
      before: sql`count(*) filter (where ${number} <= ${after})`.mapWith(Number),
      isAnything: sql<boolean>`coalesce(bool_or(${touches} is null) filter (where ${number} > ${after}), false)`,
      // As text: of jsonb the database copies what it has so far for every id of a long list.
      touched: sql<Touches[]>`coalesce(json_agg(${touches}) filter (where ${number} > ${after}), '[]')`,
    })
    .from(publications);
  const { newest = 0, total = 0, before = 0, isAnything = true, touched = [] } = row ?? {};
  const isKnown = since !== null && before === since.total && newest >= heard && !isAnything;
  return { read: { newest, total }, touched: isKnown ? await withNeighbours(db, touched) : null };
}

/**
 * With all that hangs together with them:
 * - of an organisation, those that it took over and those that belong to it, at any step; what these run; and the places that are called after it
 * - what those pay for who pay
 * - the places of all these services, and every service there: their lines say the place's name and town, and whether it may be named
 */
async function withNeighbours(db: Db, all: readonly Touches[]): Promise<Touched | null> {
  const ids = (of: keyof Touches) => [...new Set(all.flatMap((touches) => touches[of] ?? []))];
  const [ofServices, ofPlaces, ofProviders] = [ids("services"), ids("places"), ids("providers")];
  const [groups, payers] = [ids("groups"), ids("payers")];
  if (!fewTouched({ services: ofServices, places: ofPlaces, providers: ofProviders, groups, payers }))
    return null;
  const members = groups.length === 0 ? [] : await findMembers(db, groups);
  const placed = [...ofPlaces, ...(await findPlacesCalledAfter(db, members))];
  const named = [...ofProviders, ...groups];
  if ([ofServices, placed, members, payers].every(({ length }) => length === 0))
    return { services: [], places: [], providers: named };
  // Each way by itself, so that the database goes by its index; who pays has none.
  const found = await db.execute<{ id: string; is_place: boolean }>(sql`
    with run as (
      select id, place_id from ${services} where ${anyOf(services.id, ofServices)}
      union select id, place_id from ${services} where ${anyOf(services.providerId, members)}
      ${payers.length === 0 ? sql`` : sql`union select id, place_id from ${services} where ${anyOf(services.commissionerId, payers)}`}),
    standing as (
      select coalesce(merged_into, id) as id from ${places} where ${anyOf(places.id, placed)}
      union select coalesce(merged_into, id) from ${places} where id in (select place_id from run)),
    there as (
      select id from standing
      union select id from ${places} where merged_into in (select id from standing))
    select id, true as is_place from there
    union all
    select id, false from (
      select id from run union select id from ${services} where place_id in (select id from there)) every_one`);
  const rows = [...found];
  const of = (isPlace: boolean) => rows.filter((row) => row.is_place === isPlace).map(({ id }) => id);
  return fewTouched({ services: of(false), places: of(true), providers: named });
}

/** Organisations with those that they took over, and those that belong to any of them, at any step. */
async function findMembers(db: Db, groups: readonly string[]): Promise<string[]> {
  const found = await db.execute<{ id: string }>(sql`
    with recursive member as (
      select id from ${providers} where ${anyOf(providers.id, groups)}
      union
      select other.id from ${providers} other join member on other.parent_id = member.id or other.merged_into = member.id)
    select id from member`);
  return [...found].map(({ id }) => id);
}

/**
 * What of some records others' lines may rest on until they are changed: the places at which these services stand, and what these
 * organisations are called, as one text.
 */
export async function findStanding(
  db: Db,
  { services: ofServices, groups = [] }: Touches,
): Promise<{ places: string[]; names: string }> {
  const at = await db
    .selectDistinct({ id: services.placeId })
    .from(services)
    .where(and(anyOf(services.id, ofServices), isNotNull(services.placeId)));
  const called = await db
    .select({ name: providers.name })
    .from(providers)
    .where(anyOf(providers.id, groups))
    .orderBy(asc(providers.id));
  return { places: at.flatMap(({ id }) => id ?? []), names: called.map(({ name }) => name).join("\n") };
}
