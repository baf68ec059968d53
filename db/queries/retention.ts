import { and, eq, inArray, isNull, lt } from "drizzle-orm";
import type { Db } from "@/db/client";
import { rateLimits, signInCodes, verificationTokens } from "@/db/schema/campaigners";
import { reports } from "@/db/schema/reports";

export async function deleteExpiredLinks(db: Db, now: Date): Promise<void> {
  await db.delete(verificationTokens).where(lt(verificationTokens.expiresAt, now));
}

export async function deleteExpiredCodes(db: Db, now: Date): Promise<void> {
  await db.delete(signInCodes).where(lt(signInCodes.expiresAt, now));
}

export async function deleteExpiredAttempts(db: Db, now: Date): Promise<void> {
  await db.delete(rateLimits).where(lt(rateLimits.expire, now));
}

/** Drafts that nobody has touched since. */
export async function deleteDraftsBefore(db: Db, since: Date): Promise<void> {
  await db.delete(reports).where(and(eq(reports.state, "draft"), lt(reports.updatedAt, since)));
}

/** Reports that came to nothing, or whose author was asked for changes and never came back, and still have their text. */
export async function findUnpublishedBefore(db: Db, since: Date, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: reports.id })
    .from(reports)
    .where(
      and(
        inArray(reports.state, ["rejected", "duplicate", "withdrawn", "changes-requested"]),
        lt(reports.updatedAt, since),
        isNull(reports.erasedAt),
      ),
    )
    .limit(limit);
  return rows.map(({ id }) => id);
}
