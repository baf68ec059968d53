import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { CLAIM_COLUMNS, isCounted } from "@/db/queries/claims";
import { placeRegistrations, providers } from "@/db/schema/places";
import { claims } from "@/db/schema/sources";
import type { Claim, ClaimField } from "@/domain/claims/claim";

const FIELDS: readonly ClaimField[] = ["registration", "registration-doubt"];

/** What sources say of who is registered at places, and of what is doubted there, that counts: by place, the oldest first. */
export async function listRegistrationClaims(db: Db): Promise<Map<string, Claim[]>> {
  const rows = await db
    .select(CLAIM_COLUMNS)
    .from(claims)
    .where(and(eq(claims.recordType, "place"), inArray(claims.field, [...FIELDS]), isCounted(db)))
    .orderBy(asc(claims.recordedAt), asc(claims.id));
  const byPlace = new Map<string, Claim[]>();
  for (const claim of rows) {
    const held = byPlace.get(claim.recordId);
    if (held) held.push(claim);
    else byPlace.set(claim.recordId, [claim]);
  }
  return byPlace;
}

/** Places whose latest registration is known from a later day than this, with its location. */
export async function listRegisteredSince(db: Db, day: string): Promise<Map<string, string>> {
  const { placeId, locationId, isLatest, confirmedOn } = placeRegistrations;
  const rows = await db
    .select({ placeId, locationId })
    .from(placeRegistrations)
    .where(and(eq(isLatest, true), gt(confirmedOn, day)));
  return new Map(rows.map((row) => [row.placeId, row.locationId]));
}

/** Providers by the regulator's numbers of them: one company can have had several. A merged one is the one it was merged into. */
export async function findProvidersByRegulatorNumber(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectDistinct({
      number: sql<string>`${claims.value} #>> '{}'`,
      id: sql<string>`coalesce(${providers.mergedInto}, ${providers.id})`,
    })
    .from(claims)
    .innerJoin(providers, eq(providers.id, claims.recordId))
    .where(and(eq(claims.recordType, "provider"), eq(claims.field, "regulator-number"), isCounted(db)));
  return new Map(rows.map(({ number, id }) => [number, id]));
}

/** What merged providers were merged into. */
export async function findMergedProviders(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: providers.id, into: providers.mergedInto })
    .from(providers)
    .where(sql`${providers.mergedInto} is not null`);
  return new Map(rows.flatMap(({ id, into }) => (into === null ? [] : [[id, into] as const])));
}
