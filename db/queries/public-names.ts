import { aliasedTable, and, eq, not, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { namesHiddenProvider, placeNamesHiddenProvider } from "@/db/queries/given-away";
import { placeIsNamed } from "@/db/queries/place-is-named";
import { isNamed } from "@/db/queries/visible";
import { placeAddresses, placeIdentifiers, places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import type { PlaceKind } from "@/domain/places/place";

/** A record that may be named, as the look-up box finds it. `town` is that of its place's main address. */
export type PublicName = {
  kind: "place" | "service" | "provider";
  slug: string;
  name: string;
  nameCy: string | null;
  town: string | null;
  placeKind: PlaceKind | null;
  /** Of a place: its codes in the registers, of today and ended; of a provider: its number at Companies House. */
  codes: string[];
};

const placeOfService = aliasedTable(places, "place_of_service");
const nothing = sql<string | null>`null::text`;
const noCodes = sql<string[]>`'{}'::text[]`;
const noPlaceKind = sql<PlaceKind | null>`null::text`;

/**
 * Every name the look-up box may show, in one query: for an index in memory that is made anew when the publication
 * number changes, never for a request. A service's own name mostly says where it is, so its place must be nameable too.
 */
export async function listPublicNames(db: Db): Promise<PublicName[]> {
  const ofPlaces = db
    .select({
      kind: sql<PublicName["kind"]>`'place'::text`.as("kind"),
      slug: places.slug,
      name: places.name,
      nameCy: places.nameCy,
      town: placeAddresses.town,
      placeKind: sql<PlaceKind | null>`${places.kind}::text`.as("place_kind"),
      codes: sql<string[]>`array(
        select identifier.code from ${placeIdentifiers} identifier where identifier.place_id = ${places.id}
      )`.as("codes"),
    })
    .from(places)
    .leftJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), placeAddresses.isMain))
    .where(and(isNamed(places.visibility), not(placeNamesHiddenProvider(db, places.id))));
  const ofServices = db
    .select({
      kind: sql<PublicName["kind"]>`'service'::text`.as("kind"),
      slug: services.slug,
      name: services.name,
      nameCy: nothing.as("name_cy"),
      town: placeAddresses.town,
      placeKind: noPlaceKind.as("place_kind"),
      codes: noCodes.as("codes"),
    })
    .from(services)
    .leftJoin(placeOfService, eq(placeOfService.id, services.placeId))
    .leftJoin(
      placeAddresses,
      and(
        eq(placeAddresses.placeId, sql`coalesce(${placeOfService.mergedInto}, ${placeOfService.id})`),
        placeAddresses.isMain,
      ),
    )
    .where(and(isNamed(services.visibility), placeIsNamed(db), not(namesHiddenProvider(db, services.id))));
  const ofProviders = db
    .select({
      kind: sql<PublicName["kind"]>`'provider'::text`.as("kind"),
      slug: providers.slug,
      name: providers.name,
      nameCy: nothing.as("name_cy"),
      town: nothing.as("town"),
      placeKind: noPlaceKind.as("place_kind"),
      codes: sql<string[]>`array_remove(array[${providers.companiesHouseNumber}], null)`.as("codes"),
    })
    .from(providers)
    .where(isNamed(providers.visibility));
  return unionAll(ofPlaces, ofServices, ofProviders);
}
