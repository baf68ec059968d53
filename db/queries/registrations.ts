import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { placeNamesHiddenProvider } from "@/db/queries/given-away";
import { hasOpenEntry } from "@/db/queries/open-entry";
import { isNamed } from "@/db/queries/visible";
import { addressAreas, placeAddresses, placeRegistrations, places, providers } from "@/db/schema/places";
import type { PracticeRow } from "@/domain/pages/practices-csv";
import type { RegisteredCount, RegisteredKind, RegisteredRun } from "@/domain/registrations/registered";

// Merged records are followed, on both sides.
const providerAsWritten = alias(providers, "registered_as_written");
const registered = alias(providers, "registered_provider");
const placeAsWritten = alias(places, "registered_place_as_written");

const isRegisteredProvider = and(
  sql`${registered.id} = coalesce(${providerAsWritten.mergedInto}, ${providerAsWritten.id})`,
  isNamed(registered.visibility),
);

/** Who was registered at each of these places, the latest first. A provider whose name is withheld has none here. */
export async function listRegistrations(
  db: Db,
  placeIds: readonly string[],
): Promise<Map<string, RegisteredRun[]>> {
  if (placeIds.length === 0) return new Map();
  const { form, locationId, registeredOn, since, endedOn, isLatest, doubts, confirmedOn } =
    placeRegistrations;
  const rows = await db
    .select({
      placeId: placeRegistrations.placeId,
      form,
      locationId,
      registeredOn,
      since,
      endedOn,
      isLatest,
      doubts,
      confirmedOn,
      provider: { slug: registered.slug, name: registered.name },
      ownerClass: registered.ownerClass,
      companyNumber: registered.companiesHouseNumber,
    })
    .from(placeRegistrations)
    .leftJoin(providerAsWritten, eq(providerAsWritten.id, placeRegistrations.providerId))
    .leftJoin(registered, isRegisteredProvider)
    .where(anyOf(placeRegistrations.placeId, placeIds))
    .orderBy(sql`${since} desc`, asc(locationId));
  const byPlace = new Map<string, RegisteredRun[]>();
  for (const { placeId, ...run } of rows) byPlace.set(placeId, [...(byPlace.get(placeId) ?? []), run]);
  return byPlace;
}

/** What the latest registration comes to, as `registeredKindOf` says it. */
const registeredKind = sql<RegisteredKind>`case
  when cardinality(${placeRegistrations.doubts}) > 0 then 'doubt'
  when ${placeRegistrations.form} <> 'organisation' then ${placeRegistrations.form}::text
  else coalesce(${registered.ownerClass}::text, 'not-checked') end`;

/** The latest registration of each place and what it comes to: one row a place, merges followed on both sides. */
export function latestRegistrations(db: Db) {
  const id = sql<string>`coalesce(${placeAsWritten.mergedInto}, ${placeAsWritten.id})`;
  return db
    .selectDistinctOn([id], {
      id: id.as("latest_registered_id"),
      kind: registeredKind.as("registered_kind"),
      on: sql<string>`${placeRegistrations.confirmedOn}`.as("latest_registered_on"),
      since: sql<string>`${placeRegistrations.since}`.as("latest_registered_since"),
      registeredOn: sql<string>`${placeRegistrations.registeredOn}`.as("latest_registration_on"),
      locationId: sql<string>`${placeRegistrations.locationId}`.as("latest_location_id"),
      holder: sql<string | null>`${registered.name}`.as("latest_registered_holder"),
      companyNumber: sql<string | null>`${registered.companiesHouseNumber}`.as("latest_registered_company"),
    })
    .from(placeRegistrations)
    .innerJoin(placeAsWritten, eq(placeAsWritten.id, placeRegistrations.placeId))
    .leftJoin(providerAsWritten, eq(providerAsWritten.id, placeRegistrations.providerId))
    .leftJoin(registered, isRegisteredProvider)
    .where(eq(placeRegistrations.isLatest, true))
    .orderBy(id, desc(placeRegistrations.registeredOn), asc(placeRegistrations.locationId))
    .as("latest_registrations");
}

/** Practices in these areas that a register of practices lists today and that have a registration, by area and kind. */
export async function countRegistered(
  db: Db,
  areaIds: readonly string[],
): Promise<(RegisteredCount & { areaId: string })[]> {
  const latest = latestRegistrations(db);
  return db
    .select({
      areaId: addressAreas.areaId,
      kind: latest.kind,
      practices: sql<number>`count(distinct ${places.id})::int`,
      confirmedOn: sql<string>`max(${latest.on})`,
    })
    .from(latest)
    .innerJoin(places, eq(places.id, latest.id))
    .innerJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), eq(placeAddresses.isMain, true)))
    .innerJoin(addressAreas, eq(addressAreas.addressId, placeAddresses.id))
    .where(isRegisteredIn(areaIds))
    .groupBy(addressAreas.areaId, latest.kind);
}

/** Practices of these areas that a register of practices lists today. */
function isRegisteredIn(areaIds: readonly string[]) {
  return and(
    anyOf(addressAreas.areaId, areaIds),
    eq(places.kind, "gp-practice"),
    isNamed(places.visibility),
    hasOpenEntry(),
  );
}

/** The very practices that `countRegistered` counts in an area, by name. */
export async function listRegisteredHere(db: Db, areaId: string): Promise<PracticeRow[]> {
  const latest = latestRegistrations(db);
  return db
    .select({
      slug: places.slug,
      // As on its page: a name that would tell who is off the site is told to nobody.
      name: sql<string>`case when ${placeNamesHiddenProvider(db, places.id)} then '' else ${places.name} end`,
      town: placeAddresses.town,
      postcode: placeAddresses.postcode,
      kind: latest.kind,
      holder: latest.holder,
      companyNumber: latest.companyNumber,
      since: latest.since,
      registeredOn: latest.registeredOn,
      locationId: latest.locationId,
      confirmedOn: latest.on,
    })
    .from(latest)
    .innerJoin(places, eq(places.id, latest.id))
    .innerJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), eq(placeAddresses.isMain, true)))
    .innerJoin(addressAreas, eq(addressAreas.addressId, placeAddresses.id))
    .where(isRegisteredIn([areaId]))
    .orderBy(asc(places.name), asc(places.slug));
}
