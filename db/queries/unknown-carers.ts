import { and, desc, eq, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isCounted, supersededByCounted } from "@/db/queries/claims";
import { isProviderInForce, kindInForce, provider, providerAsWritten } from "@/db/queries/counts-under";
import { services } from "@/db/schema/services";
import { claims } from "@/db/schema/sources";
import type { Named } from "@/domain/figures/service-row";

/**
 * Organisations of a kind that no source gives, by the rule of all counts (`kindInForce`), with treatment that an extract of this month counts, the most first; with
 * an area only those whose treatment its health body paid for, as far as the claims say (from ten treatments).
 * @param month such as "2026-04"
 */
export async function listUnknownCarers(db: Db, month: string, areaId: string | null): Promise<Named[]> {
  const { value } = claims;
  const isOfMonth =
    areaId === null
      ? and(eq(claims.field, "waiting-times"), sql`${value}->>'key' = ${month}`)
      : and(
          eq(claims.field, "paid-for-by"),
          sql`${value}->>'month' = ${month}`,
          sql`${value}->>'areaId' = ${areaId}`,
        );
  const completed = sql<number>`sum(coalesce((${value}->>'completed')::int,
    (${value}->>'completedAdmitted')::int + (${value}->>'completedNonAdmitted')::int))::int`;
  const rows = await db
    .select({ slug: provider.slug, name: provider.name, completed })
    .from(claims)
    .leftJoin(services, and(eq(claims.recordType, "service"), eq(services.id, claims.recordId)))
    .innerJoin(
      providerAsWritten,
      or(
        eq(providerAsWritten.id, services.providerId),
        and(eq(claims.recordType, "provider"), eq(providerAsWritten.id, claims.recordId)),
      ),
    )
    .innerJoin(provider, isProviderInForce)
    .where(and(isOfMonth, isCounted(db), sql`${supersededByCounted} is null`, sql`${kindInForce} is null`))
    .groupBy(provider.id, provider.slug, provider.name)
    .orderBy(desc(completed), provider.name);
  return rows.filter((row) => row.completed > 0).map(({ slug, name }) => ({ slug, name }));
}
