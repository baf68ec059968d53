import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { isCounted, supersededByCounted } from "@/db/queries/claims";
import { claims, sources } from "@/db/schema/sources";
import { basisOf } from "@/domain/claims/basis";
import type { ClaimField } from "@/domain/claims/claim";
import type { SourceRead } from "@/domain/claims/reading";
import { ukToday } from "@/domain/dates/partial-date";

/** Of each service the facts that `lastConfirmedOn` is made of (domain/claims/projection.ts), the first before the second. */
const WHO: ClaimField[] = ["provider", "provider-kind", "status"];

/** A source with how who runs a service rests on it, and the days: for which it speaks, and on which it was read here. */
export type RunnerSourceRead = SourceRead & {
  /** Our own conclusion from what the source says, not its words. */
  isWorkedOut: boolean;
  speaksOf: string;
  readOn: string;
};

/**
 * The source behind the newest fact in force of who runs each of some services, by the service's id. The caller has found
 * the services by a query that shows them: sources carry no visibility of their own.
 */
export async function listRunnerSources(
  db: Db,
  serviceIds: readonly string[],
): Promise<Map<string, RunnerSourceRead>> {
  if (serviceIds.length === 0) return new Map();
  const rank = sql`array_position(${sql.param(WHO)}::text[], ${claims.field})`;
  const { id, kind, title, publisher, url, publishedOn, periodFrom, periodTo, note } = sources;
  const rows = await db
    .selectDistinctOn([claims.recordId], {
      serviceId: claims.recordId,
      source: { id, kind, title, publisher, url, publishedOn, periodFrom, periodTo, note },
      field: claims.field,
      says: claims.says,
      speaksOf: claims.confirmedOn,
      recordedAt: claims.recordedAt,
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
  return new Map(
    rows.map(({ serviceId, source, field, says, speaksOf, recordedAt }) => {
      const isWorkedOut = basisOf(says, field) === "worked-out";
      return [serviceId, { ...source, isWorkedOut, speaksOf, readOn: ukToday(recordedAt) }];
    }),
  );
}
