import { and, eq, gt, lt } from "drizzle-orm";
import type { Db } from "@/db/client";
import { campaigners, sessions } from "@/db/schema/campaigners";

/** Everywhere here a token is the sha256 of what the cookie holds, in hex. */
export type SessionRow = typeof sessions.$inferSelect;

export async function insertSession(
  db: Db,
  session: { token: string; campaignerId: string; expiresAt: Date },
): Promise<void> {
  await db.insert(sessions).values(session);
}

/** A session that still counts, with whose it is. */
export async function findSession(db: Db, token: string, now: Date) {
  const [row] = await db
    .select({ session: sessions, campaigner: campaigners })
    .from(sessions)
    .innerJoin(campaigners, eq(campaigners.id, sessions.campaignerId))
    .where(and(eq(sessions.token, token), gt(sessions.expiresAt, now)))
    .limit(1);
  return row;
}

/** @returns whose it was, or null when there was none. */
export async function deleteSession(db: Db, token: string): Promise<string | null> {
  const [gone] = await db
    .delete(sessions)
    .where(eq(sessions.token, token))
    .returning({ campaignerId: sessions.campaignerId });
  return gone?.campaignerId ?? null;
}

/** @returns how many there were. */
export async function deleteSessionsOf(db: Db, campaignerId: string): Promise<number> {
  const gone = await db.delete(sessions).where(eq(sessions.campaignerId, campaignerId)).returning();
  return gone.length;
}

export async function deleteExpiredSessions(db: Db, now: Date): Promise<void> {
  await db.delete(sessions).where(lt(sessions.expiresAt, now));
}

export async function markSessionSeen(db: Db, token: string, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(and(eq(sessions.token, token), lt(sessions.lastSeenAt, now)));
}

export async function countSessionsOf(db: Db, campaignerId: string, now: Date): Promise<number> {
  return db.$count(sessions, and(eq(sessions.campaignerId, campaignerId), gt(sessions.expiresAt, now)));
}
