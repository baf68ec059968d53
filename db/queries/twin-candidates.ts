import { and, asc, desc, eq, inArray, isNull, ne, not, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { isProviderInForce, provider, providerAsWritten } from "@/db/queries/counts-under";
import { namesHiddenProvider, placeNamesHiddenProvider } from "@/db/queries/given-away";
import { namesOfProvider } from "@/db/queries/provider-names";
import { isNamed } from "@/db/queries/visible";
import { isTown, type TwinKeys } from "@/db/queries/waiting-candidates";
import { placeAddresses, placeIdentifiers, places, providers } from "@/db/schema/places";
import { serviceAreas, services } from "@/db/schema/services";
import { boxAround, type Point } from "@/domain/places/distance";
import { IDENTIFIER_SCHEMES, isApproximate, POSITION_PRECISIONS } from "@/domain/places/place";
import type { ServiceCategory } from "@/domain/services/category";
import type { TwinFacts } from "@/domain/twins/score-twin";

/** An entry that readers are shown, with what it is compared by. */
export type TwinCandidate = TwinFacts & {
  id: string;
  slug: string;
  name: string;
  category: ServiceCategory;
  placeSlug: string | null;
  providerName: string | null;
};

/** A village of the town: what is farther is somewhere else (`scoreTwin`). */
const WITHIN_METRES = 3_000;
/** Of the care in the largest town; those of its kind and its provider first. */
const MOST = 500;
const EXACT = POSITION_PRECISIONS.filter((precision) => !isApproximate(precision));

/**
 * Entries that may be the one which a report means: at its place, its codes, its postcode, around it, in its town, in the area that it serves;
 * where nothing is known of where it is, those of its provider. Ended ones, and what no page may name, are left out.
 */
export async function findTwinCandidates(db: Db, keys: TwinKeys): Promise<TwinCandidate[]> {
  const ids = serviceIdsOf(keys);
  if (ids === null) return [];
  const rows = await db
    .select({
      id: services.id,
      slug: services.slug,
      name: services.name,
      category: services.category,
      placeId: services.placeId,
      placeSlug: places.slug,
      placeName: sql<string>`coalesce(${places.name}, '')`,
      town: sql<string>`coalesce(${placeAddresses.town}, '')`,
      postcode: sql<string>`coalesce(${placeAddresses.postcode}, '')`,
      lon: placeAddresses.lon,
      lat: placeAddresses.lat,
      precision: placeAddresses.precision,
      codes: sql<string[]>`coalesce((select array_agg(${placeIdentifiers.code}) from ${placeIdentifiers}
        where ${placeIdentifiers.placeId} = ${services.placeId}), '{}')`,
      areaId: keys.areaId
        ? sql<string | null>`case when ${services.placeId} is null then ${keys.areaId}::text end`
        : sql<string | null>`null`,
      providerId: provider.id,
      providerSlug: provider.slug,
      providerName: provider.name,
      mergedNames: sql<string[]>`coalesce((select array_agg(merged.name) from ${providers} merged
        where merged.merged_into = ${provider.id}), '{}')`,
    })
    .from(services)
    .leftJoin(places, eq(places.id, services.placeId))
    .leftJoin(
      placeAddresses,
      and(
        eq(placeAddresses.placeId, places.id),
        sql`${placeAddresses.key} = coalesce(${services.addressKey}, 'main')`,
      ),
    )
    .leftJoin(providerAsWritten, eq(providerAsWritten.id, services.providerId))
    .leftJoin(provider, isProviderInForce)
    .where(
      and(
        sql`${services.id} in (${ids})`,
        ne(services.status, "ended"),
        isNamed(services.visibility),
        or(isNull(services.placeId), isNamed(places.visibility)),
        not(namesHiddenProvider(db, services.id)),
        or(isNull(services.placeId), not(placeNamesHiddenProvider(db, places.id))),
      ),
    )
    .orderBy(
      desc(sql`${services.category} is not distinct from ${keys.category}::service_category`),
      desc(sql`${services.providerId} is not distinct from ${keys.providerId}::uuid`),
      asc(services.id),
    )
    .limit(MOST);
  return rows.map(({ lon, lat, precision, mergedNames, providerSlug, ...row }) => ({
    ...row,
    point: lon !== null && lat !== null && !isApproximate(precision) ? { lon, lat } : null,
    providerNames:
      row.providerName === null ? [] : namesOfProvider(providerSlug, [row.providerName, ...mergedNames]),
  }));
}

/** One part for each index; null where nothing is known to look by. */
function serviceIdsOf(keys: TwinKeys): SQL | null {
  const at = placeIdsOf(keys);
  const of = (where: SQL) => sql`select ${services.id} from ${services} where ${where}`;
  const byPlace = at && of(sql`${services.placeId} in (${at})`);
  const byArea =
    keys.areaId === null
      ? null
      : sql`select ${serviceAreas.serviceId} from ${serviceAreas} where ${serviceAreas.areaId} = ${keys.areaId}`;
  const isNowhere = byPlace === null && byArea === null;
  const byProvider =
    isNowhere && keys.providerId !== null ? of(sql`${services.providerId} = ${keys.providerId}`) : null;
  return together([byPlace, byArea, byProvider]);
}

function placeIdsOf({ placeId, codes, postcode, point, town }: TwinKeys): SQL | null {
  const inAddress = (where: SQL | undefined) =>
    sql`select ${placeAddresses.placeId} from ${placeAddresses} where ${where}`;
  const { scheme, code } = placeIdentifiers;
  const coded = and(inArray(scheme, [...IDENTIFIER_SCHEMES]), anyOf(code, codes, "text"));
  return together([
    placeId === null ? null : sql`select ${places.id} from ${places} where ${places.id} = ${placeId}`,
    codes.length === 0
      ? null
      : sql`select ${placeIdentifiers.placeId} from ${placeIdentifiers} where ${coded}`,
    postcode === "" ? null : inAddress(eq(placeAddresses.postcode, postcode)),
    point === null ? null : inAddress(isAround(point)),
    town.trim() === "" ? null : inAddress(isInTown(town)),
  ]);
}

function together(parts: readonly (SQL | null)[]): SQL | null {
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? null : sql.join(known, sql` union `);
}

function isAround(point: Point): SQL | undefined {
  const { west, south, east, north } = boxAround(point, WITHIN_METRES);
  const { lon, lat, precision } = placeAddresses;
  return and(
    sql`${lat} between ${south} and ${north}`,
    sql`${lon} between ${west} and ${east}`,
    inArray(precision, EXACT),
  );
}

function isInTown(town: string): SQL | undefined {
  return isTown(sql`lower(${placeAddresses.town})`, town);
}
