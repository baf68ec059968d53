import { and, eq, inArray, isNotNull, isNull, not, notInArray, or, type SQL, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { plainNameOf, speltPlainly } from "@/db/queries/plain-name";
import { isNamed, isShown } from "@/db/queries/visible";
import { places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { batches } from "@/db/schema/sources";

/**
 * Names that give away a provider which may not be named at present: "Eye care at SpaMedica Carlisle" says who runs it. Such
 * a service is listed without its name, its page and its address while the provider is hidden, and so is such a place
 * with everything that runs there: the next provider's "Eye care at SpaMedica Carlisle" says the same.
 */

const written = alias(providers, "hidden_as_written");
const inForce = alias(providers, "hidden_in_force");
const run = alias(services, "run_by_hidden");
const placeWritten = alias(places, "place_of_hidden_as_written");
const place = alias(places, "place_of_hidden");
const atPlace = alias(services, "at_place_of_hidden");
const itsPlace = alias(places, "place_as_written_of_any");
const called = alias(places, "place_called_after_hidden");

/**
 * For a column of `services.id`: the service's name or address has its hidden provider's name in it, or its place's does,
 * whoever runs it.
 */
export function namesHiddenProvider(db: Db, id: PgColumn): SQL<boolean> {
  const ids = db
    .select({ id: run.id })
    .from(written)
    .innerJoin(inForce, sql`${inForce.id} = coalesce(${written.mergedInto}, ${written.id})`)
    .innerJoin(run, eq(run.providerId, written.id))
    .where(
      and(
        isHidden(db),
        // One that is not shown gives nothing away.
        isShown(run.visibility),
        holdsEither(sql`${run.name} || ' ' || ${run.slug}`),
      ),
    );
  const atHiddenPlaces = db
    .select({ id: atPlace.id })
    .from(atPlace)
    .innerJoin(itsPlace, eq(itsPlace.id, atPlace.placeId))
    .where(sql`coalesce(${itsPlace.mergedInto}, ${itsPlace.id}) in (${placesOfHidden(db)})`);
  return sql<boolean>`(${inArray(id, ids)} or ${inArray(id, atHiddenPlaces)})`;
}

/**
 * For a column of `places.id`: the place's name or address has the name of a hidden provider that runs care there, or the place
 * is called by the whole of it, whoever runs what there is (the NHS register calls buildings after who was there).
 */
export function placeNamesHiddenProvider(db: Db, id: PgColumn): SQL<boolean> {
  return sql<boolean>`${inArray(id, placesOfHidden(db))}`;
}

function placesOfHidden(db: Db) {
  const said = sql`${place.name} || ' ' || coalesce(${place.nameCy}, '') || ' ' || ${place.slug}`;
  const ran = db
    .select({ id: place.id })
    .from(written)
    .innerJoin(inForce, sql`${inForce.id} = coalesce(${written.mergedInto}, ${written.id})`)
    .innerJoin(run, eq(run.providerId, written.id))
    .innerJoin(placeWritten, eq(placeWritten.id, run.placeId))
    .innerJoin(place, sql`${place.id} = coalesce(${placeWritten.mergedInto}, ${placeWritten.id})`)
    .where(and(isHidden(db), holdsEither(said)));
  // Apart, so that they are spelt out once and not for every place.
  const names = namesOfHidden(db).as("hidden_names");
  const namedAfter = db.select({ id: called.id }).from(names).innerJoin(called, isCalled(names.name));
  return ran.union(namedAfter);
}

/**
 * The places that are called by the whole name of any of these organisations, hidden or not: of which another is shown once one of them
 * may be named no more, or again.
 */
export async function findPlacesCalledAfter(db: Db, providerIds: readonly string[]): Promise<string[]> {
  if (providerIds.length === 0) return [];
  const names = db
    .selectDistinct({ name: wholeName(providers.name).as("whole_name") })
    .from(providers)
    .where(anyOf(providers.id, providerIds))
    .as("names_of_some");
  const found = await db
    .selectDistinct({ id: called.id })
    .from(names)
    .innerJoin(called, isCalled(names.name));
  return found.map(({ id }) => id);
}

function namesOfHidden(db: Db) {
  const of = (name: PgColumn) =>
    db
      .select({ name: wholeName(name).as("whole_name_of_hidden") })
      .from(written)
      .innerJoin(inForce, sql`${inForce.id} = coalesce(${written.mergedInto}, ${written.id})`)
      .where(isHidden(db));
  return of(written.name).union(of(inForce.name));
}

/**
 * Whether a place bears the whole of a name: begins with it, or has it anywhere if it is of several words ("The Circle Surgery" has
 * nothing to do with Circle). Of twenty thousand places, only those that have its first word are spelt plainly to be compared.
 */
function isCalled(name: SQL.Aliased<string>): SQL {
  const texts = [called.name, called.nameCy, called.slug].map((text) => sql`coalesce(${text}, '')`);
  const said = speltPlainly(sql`concat_ws(' ', ${sql.join(texts, sql`, `)})`);
  const bears = texts.map(
    (text) => sql`(starts_with(${plainNameOf(text)} || ' ', ${name} || ' ')
      or (position(' ' in ${name}) > 0 and position(' ' || ${name} || ' ' in ' ' || ${plainNameOf(text)} || ' ') > 0))`,
  );
  return sql`(${name} <> '' and position(split_part(${name}, ' ', 1) in ${said}) > 0 and ${or(...bears)})`;
}

/**
 * Withheld for what it is. One that went with an import which was undone is no record of ours any more: there is nothing to
 * give away, and twenty thousand services of it would be compared by name for every row of every page.
 */
function isHidden(db: Db): SQL | undefined {
  const undone = db.select({ id: batches.id }).from(batches).where(isNotNull(batches.undoneAt));
  return and(
    not(isNamed(inForce.visibility)),
    or(isNull(inForce.batchId), notInArray(inForce.batchId, undone)),
  );
}

function holdsEither(text: SQL): SQL | undefined {
  const holds = (name: PgColumn) =>
    sql`(${shortName(name)} <> '' and position(' ' || ${shortName(name)} || ' ' in ' ' || ${plainNameOf(text)} || ' ') > 0)`;
  return or(holds(written.name), holds(inForce.name));
}

/**
 * What people call it: "Spire" for Spire Healthcare, whose hospitals are not called "Spire Healthcare Hull". Without what
 * stands in brackets and without the words that many names end in, unless nothing else is left ("Care UK").
 */
function shortName(name: PgColumn): SQL {
  return withoutLast(name, COMMON);
}

/** Its name but for what says only what kind of organisation it is. */
function wholeName(name: PgColumn): SQL<string> {
  return withoutLast(name, FORMS);
}

function withoutLast(name: PgColumn, words: string): SQL<string> {
  const whole = plainNameOf(sql`regexp_replace(${name}, '\\s*[(].*$', '')`);
  const short = sql`regexp_replace(${whole}, ${`( (${words}))+$`}, '')`;
  return sql<string>`case when ${short} ~ ${`^(${COMMON})$`} then ${whole} else ${short} end`;
}

const FORMS = "ltd|limited|plc|llp|lp|cic|uk|group|holdings";
const COMMON =
  "ltd|limited|plc|llp|lp|cic|uk|group|holdings|health|healthcare|care|hospital|hospitals|medical|clinic|clinics|service|services";
