import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { hasOpenEntry } from "@/db/queries/open-entry";
import { isNamed } from "@/db/queries/visible";
import { addressAreas, placeAddresses, placeRegistrations, places, providers } from "@/db/schema/places";
import type { RegisteredKind, RegisteredRun } from "@/domain/registrations/registered";

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

/** One practice of an area with what its latest registration comes to. */
export type RegisteredPractice = {
  areaId: string;
  placeId: string;
  kind: RegisteredKind;
  providerId: string | null;
  confirmedOn: string;
};

/** The practices in these areas that a register of practices lists today, with the latest registration of each that has one. */
export async function listRegisteredPractices(
  db: Db,
  areaIds: readonly string[],
): Promise<RegisteredPractice[]> {
  return latestRegistrations(db, anyOf(addressAreas.areaId, areaIds));
}

async function latestRegistrations(db: Db, where: SQL): Promise<RegisteredPractice[]> {
  return db
    .select({
      areaId: addressAreas.areaId,
      placeId: places.id,
      kind: registeredKind,
      providerId: registered.id,
      confirmedOn: placeRegistrations.confirmedOn,
    })
    .from(placeRegistrations)
    .innerJoin(placeAsWritten, eq(placeAsWritten.id, placeRegistrations.placeId))
    .innerJoin(places, sql`${places.id} = coalesce(${placeAsWritten.mergedInto}, ${placeAsWritten.id})`)
    .innerJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), eq(placeAddresses.isMain, true)))
    .innerJoin(addressAreas, eq(addressAreas.addressId, placeAddresses.id))
    .leftJoin(providerAsWritten, eq(providerAsWritten.id, placeRegistrations.providerId))
    .leftJoin(registered, isRegisteredProvider)
    .where(
      and(
        where,
        eq(placeRegistrations.isLatest, true),
        eq(places.kind, "gp-practice"),
        isNamed(places.visibility),
        hasOpenEntry(),
      ),
    );
}

/** How many practices of one area come to each kind. */
export type RegisteredCount = { areaId: string; kind: RegisteredKind; practices: number };

/** The same added up by area and kind: what coverage, headlines and comparisons count. */
export async function countRegistered(db: Db, areaIds: readonly string[]): Promise<RegisteredCount[]> {
  const counts = new Map<string, RegisteredCount>();
  for (const { areaId, kind } of await listRegisteredPractices(db, areaIds)) {
    const key = `${areaId} ${kind}`;
    const held = counts.get(key) ?? { areaId, kind, practices: 0 };
    counts.set(key, { ...held, practices: held.practices + 1 });
  }
  return [...counts.values()];
}
