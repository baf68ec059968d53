import { and, count, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import { campaigners } from "@/db/schema/campaigners";
import { reports, reviews } from "@/db/schema/reports";
import { services } from "@/db/schema/services";
import type { AuditAction } from "@/domain/audit/action";

export type ReviewCounts = { confirmed: number; disputed: number };

/** How many reviews each report's newest revision has, without those of suspended accounts. */
export async function countReviews(db: Db, reportIds: readonly string[]): Promise<Map<string, ReviewCounts>> {
  if (reportIds.length === 0) return new Map();
  const rows = await db
    .select({ id: reviews.reportId, verdict: reviews.verdict, number: count() })
    .from(reviews)
    .innerJoin(campaigners, and(eq(campaigners.id, reviews.reviewerId), isNull(campaigners.suspendedAt)))
    .innerJoin(reports, and(eq(reports.id, reviews.reportId), eq(reports.revision, reviews.revision)))
    .where(inArray(reviews.reportId, [...reportIds]))
    .groupBy(reviews.reportId, reviews.verdict);
  const counts = new Map<string, ReviewCounts>();
  for (const { id, verdict, number } of rows) {
    const held = counts.get(id) ?? { confirmed: 0, disputed: 0 };
    if (verdict === "confirm") held.confirmed = number;
    else held.disputed = number;
    counts.set(id, held);
  }
  return counts;
}

/** The last thing that was done to each report, looking past words and reviews: why it stands in the queue. */
export async function findLastActions(
  db: Db,
  reportIds: readonly string[],
): Promise<Map<string, AuditAction>> {
  if (reportIds.length === 0) return new Map();
  const moved: AuditAction[] = [
    "report.submitted",
    "report.edited",
    "report.appealed",
    "report.expired",
    "report.released",
    "report.returned",
    "report.reopened",
    "report.taken-back",
    "report.sent-for-second",
  ];
  const rows = await db
    .selectDistinctOn([auditEntries.subjectId], { id: auditEntries.subjectId, action: auditEntries.action })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectType, "report"),
        inArray(auditEntries.subjectId, [...reportIds]),
        inArray(auditEntries.action, moved),
      ),
    )
    .orderBy(auditEntries.subjectId, desc(auditEntries.number));
  return new Map(rows.map(({ id, action }) => [id, action]));
}

/** The address and name of a service that a report led to, or is the same as; undefined when it has no page. */
export async function findServiceLink(
  db: Db,
  id: string,
): Promise<{ slug: string; name: string; isShown: boolean } | undefined> {
  const [row] = await db
    .select({ slug: services.slug, name: services.name, visibility: services.visibility })
    .from(services)
    .where(eq(services.id, id));
  return (
    row && { slug: row.slug, name: row.name, isShown: ["published", "disputed"].includes(row.visibility) }
  );
}
