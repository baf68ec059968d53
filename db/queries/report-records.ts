import { and, asc, desc, eq, inArray, not, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { placeNamesHiddenProvider } from "@/db/queries/given-away";
import { isHeldBack } from "@/db/queries/imports-known";
import { sameName, writtenNameOf } from "@/db/queries/plain-name";
import { isNamed } from "@/db/queries/visible";
import { areas } from "@/db/schema/areas";
import { commissioners, placeAddresses, places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { sources } from "@/db/schema/sources";
import type { AreaKind } from "@/domain/areas/area";
import { writtenName } from "@/domain/names/plain-name";
import type { PlaceKind } from "@/domain/places/place";
import { storedAddress } from "@/domain/sources/web-address";

/** What a report's proposal is held against: the records that are already there. */

/** One publication of reports at a time: two that name the same new provider must not both make it. */
const PUBLISHING_LOCK = 7_261_949;

export async function lockPublishing(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${PUBLISHING_LOCK})`);
}

export type PublicPlace = {
  id: string;
  slug: string;
  name: string;
  kind: PlaceKind;
  town: string;
  postcode: string;
};

const PLACE = {
  id: places.id,
  slug: places.slug,
  name: places.name,
  kind: places.kind,
  town: sql<string>`coalesce(${placeAddresses.town}, '')`,
  postcode: sql<string>`coalesce(${placeAddresses.postcode}, '')`,
};
/** As on the place's own page: one that is off the site, or would name somebody who is, is told to nobody. */
const mayBeNamed = (db: Db) => and(isNamed(places.visibility), not(placeNamesHiddenProvider(db, places.id)));
const parent = alias(providers, "group_of_provider");
const placeAsWritten = alias(places, "place_as_written");
const mainAddress = and(eq(placeAddresses.placeId, places.id), eq(placeAddresses.isMain, true));

/** A place that may be named, with its main address. */
export async function findPublicPlace(db: Db, id: string): Promise<PublicPlace | undefined> {
  return (await findPublicPlaces(db, [id])).get(id);
}

/** The same of many, by their ids. */
export async function findPublicPlaces(db: Db, ids: readonly string[]): Promise<Map<string, PublicPlace>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select(PLACE)
    .from(places)
    .leftJoin(placeAddresses, mainAddress)
    .where(and(anyOf(places.id, ids), mayBeNamed(db)));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The same by the name in its address; for a form that begins at a place. */
export async function findPublicPlaceBySlug(db: Db, slug: string): Promise<PublicPlace | undefined> {
  const [row] = await db
    .select(PLACE)
    .from(places)
    .leftJoin(placeAddresses, mainAddress)
    .where(and(eq(places.slug, slug), mayBeNamed(db)));
  return row;
}

/** Those of these names in addresses that may be named, in this order. */
export async function findPublicPlacesBySlugs(db: Db, slugs: readonly string[]): Promise<PublicPlace[]> {
  if (slugs.length === 0) return [];
  const rows = await db
    .select(PLACE)
    .from(places)
    .leftJoin(placeAddresses, mainAddress)
    .where(and(inArray(places.slug, [...slugs]), mayBeNamed(db)));
  return slugs.flatMap((slug) => rows.find((row) => row.slug === slug) ?? []);
}

/** The places of services with these names in addresses, where they may be named, in this order; each once. */
export async function findPlacesOfServices(db: Db, slugs: readonly string[]): Promise<PublicPlace[]> {
  if (slugs.length === 0) return [];
  const rows = await db
    .select({ service: services.slug, ...PLACE })
    .from(services)
    .innerJoin(placeAsWritten, eq(placeAsWritten.id, services.placeId))
    .innerJoin(places, sql`${places.id} = coalesce(${placeAsWritten.mergedInto}, ${placeAsWritten.id})`)
    .leftJoin(placeAddresses, mainAddress)
    .where(and(inArray(services.slug, [...slugs]), mayBeNamed(db)));
  const inOrder = slugs.flatMap((slug) => rows.find(({ service }) => service === slug) ?? []);
  return [...new Map(inOrder.map(({ service: _found, ...place }) => [place.id, place])).values()];
}

/** Places that a report may mean: at its postcode, or of its name (as it is spelt). */
export async function findPlacesLike(
  db: Db,
  { name, postcode }: { name: string; postcode: string },
): Promise<PublicPlace[]> {
  return db
    .select(PLACE)
    .from(places)
    .leftJoin(placeAddresses, mainAddress)
    .where(
      and(
        mayBeNamed(db),
        or(sameName(places.name, name), postcode ? eq(placeAddresses.postcode, postcode) : undefined),
      ),
    )
    .orderBy(asc(places.name), asc(places.id))
    .limit(20);
}

export type KnownName = { id: string; slug: string; name: string };

/** A provider by its exact name; a merged one leads to the one it was merged into. */
export async function findProviderByName(db: Db, name: string): Promise<KnownName | undefined> {
  return (await findProvidersByNames(db, [name])).get(writtenName(name));
}

/** The same of many names; each by what `writtenName` makes of it. */
export async function findProvidersByNames(
  db: Db,
  names: readonly string[],
): Promise<Map<string, KnownName>> {
  const asked = [...new Set(names.map(writtenName))];
  if (asked.length === 0) return new Map();
  const target = alias(providers, "provider_of_name");
  const written = writtenNameOf(providers.name);
  const rows = await db
    .select({
      written,
      known: { id: target.id, slug: target.slug, name: target.name },
      isNamed: sql<boolean>`${isNamed(target.visibility)}`,
    })
    .from(providers)
    .innerJoin(target, sql`${target.id} = coalesce(${providers.mergedInto}, ${providers.id})`)
    .where(
      and(
        anyOf(written, asked, "text"),
        or(isNamed(providers.visibility), eq(providers.visibility, "merged")),
      ),
    )
    .orderBy(desc(providers.createdAt), desc(providers.id));
  // The last that is set is the first that was made; where that is not shown by now, none is.
  const first = new Map(rows.map((row) => [row.written, row]));
  return new Map([...first].flatMap(([key, row]) => (row.isNamed ? [[key, row.known]] : [])));
}

/** Whether a provider of this very name is off the site for now, or erased: a report must not make it anew. */
export async function isProviderHeldBack(db: Db, name: string): Promise<boolean> {
  const [row] = await db
    .select({ id: providers.id })
    .from(providers)
    .where(and(sameName(providers.name, name), isHeldBack(providers)))
    .limit(1);
  return row !== undefined;
}

/** The same of a place of this name, or one that readers are not told of because it names such a provider; at this postcode or (where either has none) in this town. */
export async function isPlaceHeldBack(
  db: Db,
  { name, postcode, town }: { name: string; postcode: string; town: string },
): Promise<boolean> {
  const inTown = sql`lower(${placeAddresses.town}) = ${town.trim().toLowerCase()}`;
  const isThere = postcode
    ? or(eq(placeAddresses.postcode, postcode), and(eq(placeAddresses.postcode, ""), inTown))
    : inTown;
  const [row] = await db
    .select({ id: places.id })
    .from(places)
    .innerJoin(placeAddresses, mainAddress)
    .where(
      and(
        sameName(places.name, name),
        isThere,
        or(isHeldBack(places), placeNamesHiddenProvider(db, places.id)),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** Those of these names in addresses that may be named, in this order, with the organisation whose group each belongs to. */
export async function findProvidersToChoose(
  db: Db,
  slugs: readonly string[],
): Promise<{ slug: string; name: string; group: string | null }[]> {
  if (slugs.length === 0) return [];
  const rows = await db
    .select({ slug: providers.slug, name: providers.name, group: parent.name })
    .from(providers)
    .leftJoin(parent, and(eq(parent.id, providers.parentId), isNamed(parent.visibility)))
    .where(and(inArray(providers.slug, [...slugs]), isNamed(providers.visibility)));
  return slugs.flatMap((slug) => rows.find((row) => row.slug === slug) ?? []);
}

export async function findPublicProvider(db: Db, id: string): Promise<KnownName | undefined> {
  return (await findPublicProviders(db, [id])).get(id);
}

/** The same of many, by their ids. */
export async function findPublicProviders(db: Db, ids: readonly string[]): Promise<Map<string, KnownName>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: providers.id, slug: providers.slug, name: providers.name })
    .from(providers)
    .where(and(anyOf(providers.id, ids), isNamed(providers.visibility)));
  return new Map(rows.map((row) => [row.id, row]));
}

export async function findCommissionerByName(db: Db, name: string): Promise<KnownName | undefined> {
  const [row] = await db
    .select({ id: commissioners.id, slug: commissioners.slug, name: commissioners.name })
    .from(commissioners)
    .where(and(sameName(commissioners.name, name), isNamed(commissioners.visibility)))
    .orderBy(asc(commissioners.createdAt), asc(commissioners.id))
    .limit(1);
  return row;
}

/** Whether a body of this very name that pays for care is off the site for now, or erased. */
export async function isCommissionerHeldBack(db: Db, name: string): Promise<boolean> {
  const [row] = await db
    .select({ id: commissioners.id })
    .from(commissioners)
    .where(and(sameName(commissioners.name, name), isHeldBack(commissioners)))
    .limit(1);
  return row !== undefined;
}

/** The very same document, if it was cited before. Addresses that were stored as they had been typed are read as today's. */
export async function findSameSource(
  db: Db,
  given: { title: string; publisher: string; url: string | null; publishedOn: string | null },
): Promise<string | undefined> {
  const rows = await db
    .select({ id: sources.id, url: sources.url })
    .from(sources)
    .where(
      and(
        eq(sources.title, given.title),
        eq(sources.publisher, given.publisher),
        sql`${sources.publishedOn} is not distinct from ${given.publishedOn}`,
      ),
    )
    .orderBy(asc(sources.createdAt), asc(sources.id));
  const wanted = storedAddress(given.url);
  return rows.find(({ url }) => storedAddress(url) === wanted)?.id;
}

/** A service that a report may be marked the same as. */
export async function findPublicServiceByRef(db: Db, idOrSlug: string): Promise<KnownName | undefined> {
  const [row] = await db
    .select({ id: services.id, slug: services.slug, name: services.name })
    .from(services)
    .where(
      and(
        or(eq(sql`${services.id}::text`, idOrSlug.toLowerCase()), eq(services.slug, idOrSlug)),
        isNamed(services.visibility),
      ),
    );
  return row;
}

/** Who runs a service and whether it runs, as it stands. */
export async function findServiceRunner(db: Db, id: string) {
  const [row] = await db
    .select({ providerId: services.providerId, status: services.status, visibility: services.visibility })
    .from(services)
    .where(eq(services.id, id));
  return row;
}

/** What a service is compared with others by: its kind of care, where it is and who runs it; "" where it says nothing. */
export async function findServiceListing(db: Db, id: string) {
  const [row] = await db
    .select({
      category: services.category,
      placeId: services.placeId,
      placeName: sql<string>`coalesce(${places.name}, '')`,
      town: sql<string>`coalesce(${placeAddresses.town}, '')`,
      postcode: sql<string>`coalesce(${placeAddresses.postcode}, '')`,
      providerName: sql<string>`coalesce(${providers.name}, '')`,
    })
    .from(services)
    .leftJoin(places, eq(places.id, services.placeId))
    .leftJoin(placeAddresses, mainAddress)
    .leftJoin(providers, eq(providers.id, services.providerId))
    .where(and(eq(services.id, id), isNamed(services.visibility)));
  return row;
}

export async function findAreaKinds(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; kind: AreaKind; slug: string; nameEn: string }[]> {
  if (ids.length === 0) return [];
  return db
    .select({ id: areas.id, kind: areas.kind, slug: areas.slug, nameEn: areas.nameEn })
    .from(areas)
    .where(inArray(areas.id, [...ids]));
}
