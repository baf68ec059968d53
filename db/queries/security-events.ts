import { and, count, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { securityEvents } from "@/db/schema/security";
import type { SecurityEventKind } from "@/domain/security/event";

export type SecurityEventRow = typeof securityEvents.$inferSelect;
export type NewSecurityEvent = Pick<SecurityEventRow, "kind" | "accountId" | "byId" | "detail">;

export async function insertSecurityEvent(db: Db, event: NewSecurityEvent): Promise<void> {
  await db.insert(securityEvents).values(event);
}

/** How many of one kind an account (or nobody's) has since a moment. */
export async function countSecurityEvents(
  db: Db,
  { kind, accountId, since }: { kind: SecurityEventKind; accountId: string | null; since: Date },
): Promise<number> {
  const whose =
    accountId === null ? isNull(securityEvents.accountId) : eq(securityEvents.accountId, accountId);
  const [row] = await db
    .select({ count: count() })
    .from(securityEvents)
    .where(and(whose, eq(securityEvents.kind, kind), gt(securityEvents.at, since)));
  return row?.count ?? 0;
}

/** Newest first. @param before a number of the page before; those older than it. */
export async function findSecurityEvents(
  db: Db,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<SecurityEventRow[]> {
  return db
    .select()
    .from(securityEvents)
    .where(before === undefined ? undefined : lt(securityEvents.number, before))
    .orderBy(desc(securityEvents.number))
    .limit(limit);
}

/** Entries of more than a year: the one function of the database that may remove any. */
export async function removeOldSecurityEvents(db: Db): Promise<void> {
  await db.execute(sql`select remove_old_security_events()`);
}
