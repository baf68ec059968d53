import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { isCounted, supersededByCounted } from "@/db/queries/claims";
import { claims, sources } from "@/db/schema/sources";
import type { ClaimField } from "@/domain/claims/claim";
import type { SourceRead } from "@/domain/claims/reading";

/** Of each service the facts that `lastConfirmedOn` is made of (domain/claims/projection.ts), the first before the second. */
const WHO: ClaimField[] = ["provider", "provider-kind", "status"];

/**
 * The source behind the newest fact in force of who runs each of some services, by the service's id. The caller has found
 * the services by a query that shows them: sources carry no visibility of their own.
 */
export async function listRunnerSources(
  db: Db,
  serviceIds: readonly string[],
): Promise<Map<string, SourceRead>> {
  if (serviceIds.length === 0) return new Map();
  const rank = sql`array_position(${sql.param(WHO)}::text[], ${claims.field})`;
  const { id, kind, title, publisher, url, publishedOn, periodFrom, periodTo, note } = sources;
  const rows = await db
    .selectDistinctOn([claims.recordId], {
      serviceId: claims.recordId,
      source: { id, kind, title, publisher, url, publishedOn, periodFrom, periodTo, note },
    })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(
      and(
        eq(claims.recordType, "service"),
        anyOf(claims.recordId, serviceIds),
        inArray(claims.field, WHO),
        sql`${supersededByCounted} is null`,
        isCounted(db),
      ),
    )
    // The stronger of two as domain/claims/in-force.ts has it.
    .orderBy(
      claims.recordId,
      rank,
      sql`${claims.confirmedOn} desc`,
      sql`${claims.recordedAt} desc`,
      sql`${claims.id} desc`,
    );
  return new Map(rows.map(({ serviceId, source }) => [serviceId, source]));
}
