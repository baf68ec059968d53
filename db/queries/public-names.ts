import { aliasedTable, and, eq, not, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { namesHiddenProvider, placeNamesHiddenProvider } from "@/db/queries/given-away";
import { placeIsNamed } from "@/db/queries/place-is-named";
import { isNamed } from "@/db/queries/visible";
import { placeAddresses, placeIdentifiers, places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import type { PlaceKind } from "@/domain/places/place";
import type { Touched } from "@/domain/records/touched";

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
 * @param only the records to be read; null for all
 */
export async function listPublicNames(db: Db, only: Touched | null = null): Promise<PublicName[]> {
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
    .where(
      and(
        isNamed(places.visibility),
        not(placeNamesHiddenProvider(db, places.id)),
        only ? anyOf(places.id, only.places) : undefined,
      ),
    );
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
    .where(
      and(
        isNamed(services.visibility),
        placeIsNamed(db),
        not(namesHiddenProvider(db, services.id)),
        only ? anyOf(services.id, only.services) : undefined,
      ),
    );
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
    .where(and(isNamed(providers.visibility), only ? anyOf(providers.id, only.providers) : undefined));
  return unionAll(ofPlaces, ofServices, ofProviders);
}

/** The addresses of some records, hidden or not: what an index of names has of them goes before it is told what may be named now. */
export async function listSlugsOf(
  db: Db,
  { services: ofServices, places: ofPlaces, providers: ofProviders }: Touched,
) {
  const of = (
    kind: PublicName["kind"],
    table: typeof places | typeof services | typeof providers,
    ids: readonly string[],
  ) =>
    db
      .select({ kind: sql<PublicName["kind"]>`${kind}::text`.as("kind"), slug: table.slug })
      .from(table as typeof places)
      .where(anyOf(table.id, ids));
  return unionAll(
    of("service", services, ofServices),
    of("place", places, ofPlaces),
    of("provider", providers, ofProviders),
  );
}
