import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { isCounted, readOn, supersededByCounted } from "@/db/queries/claims";
import { isNamed } from "@/db/queries/visible";
import { services } from "@/db/schema/services";
import { claims, sources } from "@/db/schema/sources";
import { basisOf } from "@/domain/claims/basis";
import type { ClaimField } from "@/domain/claims/claim";
import type { SourceRead } from "@/domain/claims/reading";

/** Of each service the facts that `lastConfirmedOn` is made of (domain/claims/projection.ts), the first before the second. */
const WHO: ClaimField[] = ["provider", "provider-kind", "status"];

/** The stronger of two as domain/claims/in-force.ts has it. */
const STRONGEST_FIRST = [
  claims.recordId,
  sql`array_position(${sql.param(WHO)}::text[], ${claims.field})`,
  sql`${claims.confirmedOn} desc`,
  sql`${claims.recordedAt} desc`,
  sql`${claims.id} desc`,
] as const;

function saysWho(db: Db): SQL | undefined {
  return and(
    eq(claims.recordType, "service"),
    inArray(claims.field, WHO),
    sql`${supersededByCounted} is null`,
    isCounted(db),
  );
}

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
  const { id, kind, title, publisher, url, publishedOn, periodFrom, periodTo, note } = sources;
  const rows = await db
    .selectDistinctOn([claims.recordId], {
      serviceId: claims.recordId,
      source: { id, kind, title, publisher, url, publishedOn, periodFrom, periodTo, note },
      field: claims.field,
      says: claims.says,
      speaksOf: claims.confirmedOn,
      readOn,
    })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(and(saysWho(db), anyOf(claims.recordId, serviceIds)))
    .orderBy(...STRONGEST_FIRST);
  return new Map(
    rows.map(({ serviceId, source, field, says, speaksOf, readOn: read }) => {
      const isWorkedOut = basisOf(says, field) === "worked-out";
      return [serviceId, { ...source, isWorkedOut, speaksOf, readOn: read }];
    }),
  );
}

/**
 * Of every service that may be named what the map says of that source: who published it, and whether it is our own conclusion. For all of them at
 * once a seventh of what the sources themselves take: no list of ids, and no day is worked out that nobody is shown. Which may be named is asked
 * apart: the database takes so few claims to be in force that, joined, it would go through all of them for each service (minutes at 100,000).
 */
export async function listRunnerPublishers(
  db: Db,
): Promise<Map<string, { publisher: string; isWorkedOut: boolean }>> {
  const shown = await db.select({ id: services.id }).from(services).where(isNamed(services.visibility));
  const named = new Set(shown.map(({ id }) => id));
  const rows = await db
    .selectDistinctOn([claims.recordId], {
      serviceId: claims.recordId,
      publisher: sources.publisher,
      field: claims.field,
      says: claims.says,
    })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(saysWho(db))
    .orderBy(...STRONGEST_FIRST);
  return new Map(
    rows.flatMap(({ serviceId, publisher, field, says }) =>
      named.has(serviceId)
        ? [[serviceId, { publisher, isWorkedOut: basisOf(says, field) === "worked-out" }]]
        : [],
    ),
  );
}
