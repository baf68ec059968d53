import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { isNamed } from "@/db/queries/visible";
import { places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { publications } from "@/db/schema/sources";
import type { Touched } from "@/domain/records/touched";

/** The newest publication that was read, and how many there were by then: one that commits late, with a lower number, is noticed by that. */
export type PublicationsRead = { newest: number; total: number };

/** Beyond so many records all are read again: a list of them takes as long. */
const MOST = 500;

/**
 * What was published since, to be asked before the records are read: what comes between is read twice, and never missed.
 * @param since null for a first reading
 * @param heard the newest number that this process was told of: where it is not there, nobody knows what it touched
 * @returns `touched` with all that stands at the same places; null where all records have to be read again
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
      touched: sql<Touched[]>`coalesce(jsonb_agg(${touches}) filter (where ${number} > ${after}), '[]')`,
    })
    .from(publications);
  const { newest = 0, total = 0, before = 0, isAnything = true, touched = [] } = row ?? {};
  const isKnown = since !== null && before === since.total && newest >= heard && !isAnything;
  return { read: { newest, total }, touched: isKnown ? await withNeighbours(db, touched) : null };
}

/**
 * With the services at the same places, whose lines say the place's name and town. Null where one of them is run by an organisation that may not
 * be named at present: its name is looked for in those of everything else (db/queries/given-away.ts).
 */
async function withNeighbours(db: Db, all: readonly Touched[]): Promise<Touched | null> {
  const ids = (of: keyof Touched) => [...new Set(all.flatMap((touched) => touched[of]))];
  const [ofServices, ofPlaces, ofProviders] = [ids("services"), ids("places"), ids("providers")];
  if (ofServices.length + ofPlaces.length + ofProviders.length > MOST) return null;
  if (ofServices.length + ofPlaces.length === 0) return { services: [], places: [], providers: ofProviders };
  const found = await db.execute<{ id: string; is_hidden: boolean }>(sql`
    with standing as (
      select coalesce(merged_into, id) as id from ${places}
      where ${anyOf(places.id, ofPlaces)} or id in (select place_id from ${services} where ${anyOf(services.id, ofServices)})),
    there as (
      select id from ${places} where id in (select id from standing) or merged_into in (select id from standing))
    select ${services.id} as id, ${services.providerId} is not null and not coalesce(${isNamed(providers.visibility)}, false) as is_hidden
    from ${services}
      left join ${providers} as_written on as_written.id = ${services.providerId}
      left join ${providers} on ${providers.id} = coalesce(as_written.merged_into, as_written.id)
    where ${anyOf(services.id, ofServices)} or ${services.placeId} in (select id from there)`);
  const rows = [...found];
  if (rows.length > MOST || rows.some(({ is_hidden }) => is_hidden)) return null;
  return { services: rows.map(({ id }) => id), places: ofPlaces, providers: ofProviders };
}
