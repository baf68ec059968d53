import { and, eq, inArray, isNotNull, isNull, not, notInArray, or, type SQL, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
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

/** For a column of `places.id`: the place's name or address has the name of a hidden provider that runs care there. */
export function placeNamesHiddenProvider(db: Db, id: PgColumn): SQL<boolean> {
  return sql<boolean>`${inArray(id, placesOfHidden(db))}`;
}

function placesOfHidden(db: Db) {
  const said = sql`${place.name} || ' ' || coalesce(${place.nameCy}, '') || ' ' || ${place.slug}`;
  return db
    .select({ id: place.id })
    .from(written)
    .innerJoin(inForce, sql`${inForce.id} = coalesce(${written.mergedInto}, ${written.id})`)
    .innerJoin(run, eq(run.providerId, written.id))
    .innerJoin(placeWritten, eq(placeWritten.id, run.placeId))
    .innerJoin(place, sql`${place.id} = coalesce(${placeWritten.mergedInto}, ${placeWritten.id})`)
    .where(and(isHidden(db), holdsEither(said)));
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
    sql`(${shortName(name)} <> '' and position(' ' || ${shortName(name)} || ' ' in ' ' || ${plain(text)} || ' ') > 0)`;
  return or(holds(written.name), holds(inForce.name));
}

/** Lower case, words apart by one space: a name is written in many ways. */
function plain(text: SQL): SQL {
  const joined = sql`translate(lower(normalize(${text}, NFKC)), '''’‘\`', '')`;
  return sql`btrim(regexp_replace(${joined}, '[^[:alnum:]]+', ' ', 'g'))`;
}

/**
 * What people call it: "Spire" for Spire Healthcare, whose hospitals are not called "Spire Healthcare Hull". Without what
 * stands in brackets and without the words that many names end in, unless nothing else is left ("Care UK").
 */
function shortName(name: PgColumn): SQL {
  const whole = plain(sql`regexp_replace(${name}, '\\s*[(].*$', '')`);
  const short = sql`regexp_replace(${whole}, ${`( (${COMMON}))+$`}, '')`;
  return sql`case when ${short} ~ ${`^(${COMMON})$`} then ${whole} else ${short} end`;
}

const COMMON =
  "ltd|limited|plc|llp|lp|cic|uk|group|holdings|health|healthcare|care|hospital|hospitals|medical|clinic|clinics|service|services";
