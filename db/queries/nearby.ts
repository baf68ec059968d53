import { and, asc, between, eq, inArray, isNull, lte, not, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { countsUnder, isProviderInForce, provider, providerAsWritten } from "@/db/queries/counts-under";
import { namesHiddenProvider, placeNamesHiddenProvider } from "@/db/queries/given-away";
import { isNamed } from "@/db/queries/visible";
import { placeAddresses, places } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import type { NearbyService } from "@/domain/pages/nearby";
import { boxAround, EARTH_RADIUS, type Point } from "@/domain/places/distance";
import { isApproximate, POSITION_PRECISIONS } from "@/domain/places/place";
import { DEFAULT_DEFINITION, type Definition } from "@/domain/providers/legal-form";

/** A distance to the middle of a town would say more than is known. */
const EXACT = POSITION_PRECISIONS.filter((precision) => !isApproximate(precision));

const placeAsWritten = alias(places, "place_as_written");

/**
 * The services nearest to a point, the nearest first: one query that reads only the addresses in a box round the point,
 * by the index on positions. Left out: ended services, those that no page may name, those that the reader does not
 * count, and those whose position is only a town's or a neighbourhood's.
 * @param within metres; what is farther is not found
 */
export async function listNearbyServices(
  db: Db,
  point: Point,
  {
    within,
    limit,
    definition = DEFAULT_DEFINITION,
  }: { within: number; limit: number; definition?: Definition },
): Promise<NearbyService[]> {
  const { west, south, east, north } = boxAround(point, within);
  const { lon, lat } = placeAddresses;
  const metres = sql<number>`${2 * EARTH_RADIUS} * asin(least(1, sqrt(
    power(sin(radians(${lat} - ${point.lat}) / 2), 2) + cos(radians(${point.lat})) * cos(radians(${lat})) *
    power(sin(radians(${lon} - ${point.lon}) / 2), 2))))`.mapWith(Number);
  return db
    .select({
      id: services.id,
      slug: services.slug,
      name: services.name,
      category: services.category,
      status: services.status,
      place: { slug: places.slug, name: places.name, nameCy: places.nameCy },
      metres,
    })
    .from(placeAddresses)
    .innerJoin(placeAsWritten, eq(placeAsWritten.id, placeAddresses.placeId))
    .innerJoin(places, sql`${places.id} = coalesce(${placeAsWritten.mergedInto}, ${placeAsWritten.id})`)
    .innerJoin(
      services,
      and(
        eq(services.placeId, placeAsWritten.id),
        or(
          eq(services.addressKey, placeAddresses.key),
          and(isNull(services.addressKey), eq(placeAddresses.isMain, true)),
        ),
      ),
    )
    .leftJoin(providerAsWritten, eq(providerAsWritten.id, services.providerId))
    .leftJoin(provider, isProviderInForce)
    .where(
      and(
        between(lat, south, north),
        between(lon, west, east),
        inArray(placeAddresses.precision, EXACT),
        lte(metres, within),
        isNamed(services.visibility),
        isNamed(places.visibility),
        sql`${services.status} <> 'ended'`,
        isNull(services.quietIn),
        countsUnder(definition),
        not(namesHiddenProvider(db, services.id)),
        not(placeNamesHiddenProvider(db, places.id)),
      ),
    )
    .orderBy(asc(metres), asc(services.name), asc(services.id))
    .limit(limit);
}
