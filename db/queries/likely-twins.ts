import { and, asc, eq, exists, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { sameName } from "@/db/queries/plain-name";
import { placeAddresses, places, providers } from "@/db/schema/places";
import { serviceAreas, services } from "@/db/schema/services";
import type { ServiceCategory } from "@/domain/services/category";

export type TwinQuery = {
  category: ServiceCategory;
  placeId: string | null;
  /** Of a place that the report describes itself. */
  placeName: string;
  /** Of care that has no place of its own: the area that it serves. */
  areaId: string | null;
  /** As it is stored: "CA2 7HY"; empty when unknown. */
  postcode: string;
  town: string;
  providerId: string | null;
};
export type TwinReason = "same-place" | "same-postcode" | "same-area" | "same-provider-and-town";
export type LikelyTwin = {
  id: string;
  slug: string;
  name: string;
  category: ServiceCategory;
  status: string;
  placeName: string | null;
  town: string | null;
  postcode: string | null;
  providerName: string | null;
  because: TwinReason;
};

/**
 * Services that may be the one a report means: the same category at the same place or postcode, or of the same provider in the
 * same area where it has no place, or anything of the same provider in the same town. What is held back is among them, or
 * a later report would bring it back; those that ended or were merged away are not.
 */
export async function findLikelyTwins(db: Db, query: TwinQuery): Promise<LikelyTwin[]> {
  const sameCategory = eq(services.category, query.category);
  const sameTown = query.town
    ? sql`lower(${placeAddresses.town}) = ${query.town.trim().toLowerCase()}`
    : undefined;
  const byName =
    query.placeName && sameTown ? and(sameName(places.name, query.placeName), sameTown) : undefined;
  const atPlace = and(
    sameCategory,
    query.placeId ? eq(services.placeId, query.placeId) : (byName ?? sql`false`),
  );
  const atPostcode = query.postcode
    ? and(sameCategory, eq(placeAddresses.postcode, query.postcode))
    : undefined;
  const inTown =
    query.providerId && sameTown ? and(eq(services.providerId, query.providerId), sameTown) : undefined;
  const inArea = query.areaId
    ? and(sameCategory, isNull(services.placeId), sameRunner(query.providerId), servesArea(db, query.areaId))
    : undefined;
  const any = or(atPlace, atPostcode, inArea, inTown);
  const is = (condition: SQL | undefined) => condition ?? sql`false`;
  return db
    .select({
      id: services.id,
      slug: services.slug,
      name: services.name,
      category: services.category,
      status: services.status,
      placeName: places.name,
      town: placeAddresses.town,
      postcode: placeAddresses.postcode,
      providerName: providers.name,
      because: sql<TwinReason>`case when ${is(atPlace)} then 'same-place' when ${is(atPostcode)} then 'same-postcode' when ${is(inArea)} then 'same-area' else 'same-provider-and-town' end`,
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
    .leftJoin(providers, eq(providers.id, services.providerId))
    .where(
      and(
        any,
        ne(services.status, "ended"),
        inArray(services.visibility, ["published", "disputed", "area-only", "withheld"]),
      ),
    )
    .orderBy(asc(services.name), asc(services.id))
    .limit(20);
}

/** Of an organisation that is not named nobody can say that it is another. */
function sameRunner(providerId: string | null): SQL | undefined {
  return providerId === null
    ? undefined
    : or(eq(services.providerId, providerId), isNull(services.providerId));
}

function servesArea(db: Db, areaId: string): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(serviceAreas)
      .where(and(eq(serviceAreas.serviceId, services.id), eq(serviceAreas.areaId, areaId))),
  );
}
