import { and, count, desc, eq, gte, inArray, max, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { standsYet } from "@/db/queries/queue";
import { auditEntries } from "@/db/schema/audit";
import { decisions, reports } from "@/db/schema/reports";
import { services } from "@/db/schema/services";
import { batches } from "@/db/schema/sources";
import type { AuditAction } from "@/domain/audit/action";

/** How often somebody did something, and when last. */
export type WorkCount = { action: AuditAction; count: number; last: Date };

/** What somebody did since a moment, the most often first. How long it took is nobody's to see (docs/decisions/0088). */
export async function countWorkOf(db: Db, actorId: string, since: Date): Promise<WorkCount[]> {
  const { action, at } = auditEntries;
  const rows = await db
    .select({ action, count: count(), last: max(at) })
    .from(auditEntries)
    .where(and(eq(auditEntries.actorId, actorId), gte(at, since)))
    .groupBy(action)
    .orderBy(desc(count()), action);
  return rows.flatMap(({ last, ...row }) => (last === null ? [] : [{ ...row, last }]));
}

/** Reports that somebody approved, alone or as the second, since a moment, and how many of them still stand. */
export async function countApprovedBy(
  db: Db,
  moderatorId: string,
  since: Date,
): Promise<{ count: number; standing: number }> {
  const [row] = await db
    .select({
      count: sql<number>`count(distinct ${reports.id})::int`,
      standing: sql<number>`count(distinct ${reports.id}) filter (where ${standsYet})::int`,
    })
    .from(decisions)
    .innerJoin(reports, eq(reports.id, decisions.reportId))
    .leftJoin(services, eq(services.id, reports.publishedServiceId))
    .leftJoin(batches, eq(batches.id, reports.batchId))
    .where(
      and(
        eq(decisions.moderatorId, moderatorId),
        inArray(decisions.verdict, ["approve", "confirm"]),
        gte(decisions.decidedAt, since),
      ),
    );
  return row ?? { count: 0, standing: 0 };
}
