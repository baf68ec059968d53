import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { hasOpenEntry } from "@/db/queries/open-entry";
import { isNamed } from "@/db/queries/visible";
import { addressAreas, placeAddresses, placeRegistrations, places, providers } from "@/db/schema/places";
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
    .where(
      and(
        anyOf(addressAreas.areaId, areaIds),
        eq(places.kind, "gp-practice"),
        isNamed(places.visibility),
        hasOpenEntry(),
      ),
    )
    .groupBy(addressAreas.areaId, latest.kind);
}
