import { and, desc, eq, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isCounted, supersededByCounted } from "@/db/queries/claims";
import { countsUnder, isProviderInForce, provider, providerAsWritten } from "@/db/queries/counts-under";
import { services } from "@/db/schema/services";
import { claims } from "@/db/schema/sources";
import type { Definition } from "@/domain/providers/legal-form";

/** What one organisation that counts completed for the patients of one area, by the claims that say who paid. */
export type CareOfArea = { areaId: string; slug: string; name: string; completed: number };

/**
 * By area, the organisation that counts under the definition and completed the most of the month's treatment there. Claims
 * tell who paid from ten treatments on only, so the number is a lower bound.
 * @param month such as "2026-04"
 */
export async function listMainCarers(
  db: Db,
  month: string,
  definition: Definition,
): Promise<ReadonlyMap<string, CareOfArea>> {
  const { value } = claims;
  const areaId = sql<string>`${value}->>'areaId'`;
  const completed = sql<number>`sum((${value}->>'completed')::int)::int`;
  const rows = await db
    .select({ areaId, slug: provider.slug, name: provider.name, completed })
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
    .where(
      and(
        eq(claims.field, "paid-for-by"),
        sql`${value}->>'month' = ${month}`,
        isCounted(db),
        sql`${supersededByCounted} is null`,
        countsUnder(definition),
      ),
    )
    .groupBy(areaId, provider.id, provider.slug, provider.name)
    .orderBy(desc(completed), provider.name);
  const most = new Map<string, CareOfArea>();
  for (const row of rows) if (!most.has(row.areaId)) most.set(row.areaId, row);
  return most;
}
