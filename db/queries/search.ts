import { and, asc, not, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { isCurrentArea } from "@/db/queries/current-areas";
import { placeIsNamed } from "@/db/queries/place-is-named";
import { isNamed } from "@/db/queries/visible";
import { areas } from "@/db/schema/areas";
import { places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { type FoundArea, type FoundName, SEARCH_LIMIT } from "@/domain/search/results";

const ACCENTED = "àáâãäåèéêëìíîïòóôõöùúûüýÿŵŷñç&";
const PLAIN = "aaaaaaeeeeiiiiooooouuuuyywync ";

/** As `normaliseName` in domain/search, near enough for containing: lower case, no accents, no apostrophes. */
function normalised(column: PgColumn): SQL {
  const bare = sql`translate(replace(lower(${column}), '&', ' and '), ${`${ACCENTED}'’‘`}, ${PLAIN})`;
  return sql`regexp_replace(regexp_replace(${bare}, '[^a-z0-9]+', ' ', 'g'), '\\msaint\\M', 'st', 'g')`;
}

/** Every word occurs. Words hold letters and digits only (`searchWords`), so nothing in them is a pattern. */
function holds(column: PgColumn, words: readonly string[]): SQL {
  const each = words.map((word) => sql`${normalised(column)} like ${`%${word}%`}`);
  return sql`(${sql.join(each, sql` and `)})`;
}

/** Names that begin with what was typed come first, then the shorter ones. */
function order(column: PgColumn, words: readonly string[]): SQL[] {
  const begins = sql`case when ${normalised(column)} like ${`${words.join(" ")}%`} then 0 else 1 end`;
  return [begins, sql`length(${column})`, asc(column)];
}

/** @param words from `searchWords`, at least one. Every list is bounded by SEARCH_LIMIT. */
export async function searchPlaces(db: Db, words: readonly string[]): Promise<FoundName[]> {
  const matches = sql`(${holds(places.name, words)} or ${holds(places.nameCy, words)})`;
  return db
    .select({ slug: places.slug, name: places.name, nameCy: places.nameCy })
    .from(places)
    .where(and(isNamed(places.visibility), matches))
    .orderBy(...order(places.name, words))
    .limit(SEARCH_LIMIT);
}

export async function searchServices(db: Db, words: readonly string[]): Promise<FoundName[]> {
  return db
    .select({ slug: services.slug, name: services.name, nameCy: sql<string | null>`null` })
    .from(services)
    .where(and(isNamed(services.visibility), placeIsNamed(db), holds(services.name, words)))
    .orderBy(...order(services.name, words))
    .limit(SEARCH_LIMIT);
}

export async function searchProviders(db: Db, words: readonly string[]): Promise<FoundName[]> {
  return db
    .select({ slug: providers.slug, name: providers.name, nameCy: sql<string | null>`null` })
    .from(providers)
    .where(and(isNamed(providers.visibility), holds(providers.name, words)))
    .orderBy(...order(providers.name, words))
    .limit(SEARCH_LIMIT);
}

/** By name, or by either code in one word. Areas of today come first; an ended one says until when it was. */
export async function searchAreas(db: Db, words: readonly string[]): Promise<FoundArea[]> {
  const code = words.length === 1 ? words[0]?.toUpperCase() : undefined;
  const byCode =
    code === undefined ? sql`false` : sql`(${areas.code} = ${code} or ${areas.odsCode} = ${code})`;
  const matches = sql`(${holds(areas.nameEn, words)} or ${holds(areas.nameCy, words)} or ${byCode})`;
  return db
    .select({
      id: areas.id,
      kind: areas.kind,
      slug: areas.slug,
      nameEn: areas.nameEn,
      nameCy: areas.nameCy,
      nation: areas.nation,
      validTo: sql<string | null>`case when ${isCurrentArea()} then null else ${areas.validTo}::text end`,
    })
    .from(areas)
    .where(matches)
    .orderBy(not(isCurrentArea()), ...order(areas.nameEn, words))
    .limit(SEARCH_LIMIT);
}
