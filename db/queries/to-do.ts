import { and, asc, between, eq, exists, inArray, isNull, min, not, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { provider } from "@/db/queries/counts-under";
import { placeNamesHiddenProvider } from "@/db/queries/given-away";
import { isNamed } from "@/db/queries/visible";
import { addressAreas, placeAddresses, placeRegistrations, places, providers } from "@/db/schema/places";
import { contracts, serviceContracts, services } from "@/db/schema/services";
import type { PlaceKind } from "@/domain/places/place";

/** A public record with its page, as a list of things to do names it. */
export type RecordToDo = { id: string; slug: string; name: string };

function mainAddressIn(db: Db, areaId: string) {
  return exists(
    db
      .select({ one: sql`1` })
      .from(placeAddresses)
      .innerJoin(addressAreas, eq(addressAreas.addressId, placeAddresses.id))
      .where(
        and(eq(placeAddresses.placeId, places.id), placeAddresses.isMain, eq(addressAreas.areaId, areaId)),
      ),
  );
}

/** Public places of some kinds whose main address is in an area, by name. */
export async function listPlacesIn(
  db: Db,
  areaId: string,
  kinds: readonly PlaceKind[],
): Promise<(RecordToDo & { town: string; postcode: string })[]> {
  return db
    .select({
      id: places.id,
      slug: places.slug,
      name: places.name,
      town: placeAddresses.town,
      postcode: placeAddresses.postcode,
    })
    .from(places)
    .innerJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), placeAddresses.isMain))
    .where(
      and(
        inArray(places.kind, [...kinds]),
        isNamed(places.visibility),
        isNull(places.mergedInto),
        not(placeNamesHiddenProvider(db, places.id)),
        mainAddressIn(db, areaId),
      ),
    )
    .orderBy(asc(places.name));
}

/** Organisations registered today at a practice of an area, of which no source says who owns them; merges are followed. */
export async function listOwnersNotKnown(db: Db, areaId: string): Promise<RecordToDo[]> {
  return db
    .selectDistinct({ id: provider.id, slug: provider.slug, name: provider.name })
    .from(placeRegistrations)
    .innerJoin(places, eq(places.id, placeRegistrations.placeId))
    .innerJoin(providers, eq(providers.id, placeRegistrations.providerId))
    .innerJoin(provider, sql`${provider.id} = coalesce(${providers.mergedInto}, ${providers.id})`)
    .where(
      and(
        placeRegistrations.isLatest,
        isNull(placeRegistrations.endedOn),
        isNull(provider.ownerClass),
        isNamed(provider.visibility),
        isNamed(places.visibility),
        mainAddressIn(db, areaId),
      ),
    )
    .orderBy(asc(provider.name));
}

/** Public contracts of some services that end in a span of days, each with one of these services. */
export async function listContractsEnding(
  db: Db,
  serviceIds: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<(RecordToDo & { endsOn: string })[]> {
  if (serviceIds.length === 0) return [];
  const rows = await db
    .select({
      id: contracts.id,
      endsOn: contracts.endsOn,
      slug: min(services.slug),
      name: min(services.name),
    })
    .from(contracts)
    .innerJoin(serviceContracts, eq(serviceContracts.contractId, contracts.id))
    .innerJoin(services, eq(services.id, serviceContracts.serviceId))
    .where(
      and(
        anyOf(services.id, serviceIds),
        isNamed(contracts.visibility),
        // A month or a year that a source gives begins before its days do, as letters too.
        between(contracts.endsOn, from, to),
      ),
    )
    .groupBy(contracts.id)
    .orderBy(asc(contracts.endsOn));
  return rows.flatMap(({ id, endsOn, slug, name }) =>
    endsOn && slug && name ? [{ id, endsOn, slug, name }] : [],
  );
}
