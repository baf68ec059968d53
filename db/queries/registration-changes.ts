import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { isNamed } from "@/db/queries/visible";
import { addressAreas, placeAddresses, placeRegistrations, places, providers } from "@/db/schema/places";
import type { RegistrationChange } from "@/domain/registrations/changes";

const written = alias(places, "changed_place_as_written");
const organisationWritten = alias(providers, "changed_provider_as_written");
const organisation = alias(providers, "changed_provider");

/**
 * Every registration of an area's practices that follows another one, with both sides; merges are followed. A registration of today
 * that is in doubt is none, and of several on one day none follows the other.
 */
export async function listRegistrationChanges(db: Db, areaId: string): Promise<RegistrationChange[]> {
  const { since, form, doubts, locationId } = placeRegistrations;
  const place = sql`coalesce(${written.mergedInto}, ${written.id})`;
  const before = (of: ReturnType<typeof sql>) =>
    sql`lag(${of}) over (partition by ${place} order by ${since}, ${locationId})`;
  const runs = db
    .select({
      practice: places.name,
      since: sql<string>`${since}::text`.as("changed_since"),
      form: form,
      provider: sql<string | null>`${organisation.id}`.as("changed_to"),
      name: sql<string | null>`${organisation.name}`.as("changed_to_name"),
      ownerClass: organisation.ownerClass,
      isDoubted: sql<boolean>`cardinality(${doubts}) > 0`.as("changed_doubted"),
      formBefore: sql<string | null>`${before(sql`${form}`)}`.as("changed_form_before"),
      providerBefore: sql<string | null>`${before(sql`${organisation.id}`)}`.as("changed_from"),
      sinceBefore: sql<string | null>`${before(sql`${since}::text`)}`.as("changed_since_before"),
    })
    .from(placeRegistrations)
    .innerJoin(written, eq(written.id, placeRegistrations.placeId))
    .innerJoin(places, eq(places.id, place))
    .innerJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), placeAddresses.isMain))
    .innerJoin(
      addressAreas,
      and(eq(addressAreas.addressId, placeAddresses.id), eq(addressAreas.areaId, areaId)),
    )
    .leftJoin(organisationWritten, eq(organisationWritten.id, placeRegistrations.providerId))
    .leftJoin(
      organisation,
      sql`${organisation.id} = coalesce(${organisationWritten.mergedInto}, ${organisationWritten.id})`,
    )
    .where(isNamed(places.visibility))
    .as("registration_runs");
  const rows = await db
    .select()
    .from(runs)
    .where(
      sql`${runs.formBefore} is not null and not ${runs.isDoubted} and ${runs.since} <> ${runs.sinceBefore}`,
    );
  return rows as RegistrationChange[];
}

/** Whose group each organisation is of: itself, where it belongs to no other. */
export async function listParents(db: Db): Promise<Map<string, string | null>> {
  const rows = await db.select({ id: providers.id, parentId: providers.parentId }).from(providers);
  return new Map(rows.map(({ id, parentId }) => [id, parentId]));
}
