import { and, asc, desc, eq, isNotNull, isNull, lt, ne, not, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { campaigners } from "@/db/schema/campaigners";
import type { Role } from "@/domain/actor";

export type CampaignerRow = typeof campaigners.$inferSelect;

/** Neither erased nor suspended: whose role and session count. */
export const isActive = and(isNull(campaigners.erasedAt), isNull(campaigners.suspendedAt));

export async function findCampaigner(db: Db, id: string): Promise<CampaignerRow | undefined> {
  const [row] = await db.select().from(campaigners).where(eq(campaigners.id, id)).limit(1);
  return row;
}

/** @param email as `emailSchema` returns it. */
export async function findCampaignerByEmail(db: Db, email: string): Promise<CampaignerRow | undefined> {
  const [row] = await db.select().from(campaigners).where(eq(campaigners.email, email)).limit(1);
  return row;
}

/** @returns undefined when somebody with this address is there already. */
export async function insertCampaigner(
  db: Db,
  campaigner: { email: string; role?: Role; isStarter?: boolean; emailVerifiedAt?: Date; practisedAt?: Date },
): Promise<CampaignerRow | undefined> {
  const [row] = await db.insert(campaigners).values(campaigner).onConflictDoNothing().returning();
  return row;
}

/** Sets the day of the first confirmed sign-in. @returns undefined when it was set before. */
export async function markEmailVerified(db: Db, id: string, at: Date): Promise<CampaignerRow | undefined> {
  const [row] = await db
    .update(campaigners)
    .set({ emailVerifiedAt: at, version: sql`${campaigners.version} + 1` })
    .where(and(eq(campaigners.id, id), isNull(campaigners.emailVerifiedAt)))
    .returning();
  return row;
}

/** @returns false when they had finished it before. */
export async function markPractised(db: Db, id: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(campaigners)
    .set({ practisedAt: at, version: sql`${campaigners.version} + 1` })
    .where(and(eq(campaigners.id, id), isNull(campaigners.practisedAt)))
    .returning({ id: campaigners.id });
  return rows.length > 0;
}

/** Conditional on the version that was read. @returns undefined when somebody was first. */
export async function setRole(
  db: Db,
  { id, version, role }: { id: string; version: number; role: Role },
): Promise<CampaignerRow | undefined> {
  const [row] = await db
    .update(campaigners)
    .set({ role, version: version + 1 })
    .where(and(eq(campaigners.id, id), eq(campaigners.version, version)))
    .returning();
  return row;
}

/** Counts the admins and locks their rows, so that two cannot remove each other at once. */
export async function lockAdmins(db: Db): Promise<number> {
  const rows = await db
    .select({ id: campaigners.id })
    .from(campaigners)
    .where(and(eq(campaigners.role, "admin"), isActive))
    .orderBy(asc(campaigners.id))
    .for("update");
  return rows.length;
}

/** Conditional on the version that was read. @returns undefined when somebody was first. */
export async function setSuspension(
  db: Db,
  { id, version }: Pick<CampaignerRow, "id" | "version">,
  suspension: { at: Date; because: string } | null,
): Promise<CampaignerRow | undefined> {
  const [row] = await db
    .update(campaigners)
    .set({
      suspendedAt: suspension?.at ?? null,
      suspendedBecause: suspension?.because ?? null,
      version: version + 1,
    })
    .where(and(eq(campaigners.id, id), eq(campaigners.version, version)))
    .returning();
  return row;
}

/**
 * One page of accounts, highest role first.
 * @param handle the last four letters of an id; null for everybody.
 */
export async function listAccounts(
  db: Db,
  { handle, skip, limit }: { handle: string | null; skip: number; limit: number },
): Promise<{ rows: CampaignerRow[]; total: number }> {
  const wanted = and(
    isNull(campaigners.erasedAt),
    handle === null ? undefined : sql`right(${campaigners.id}::text, 4) = ${handle.toLowerCase()}`,
  );
  const rows = await db
    .select()
    .from(campaigners)
    .where(wanted)
    .orderBy(desc(campaigners.role), asc(campaigners.createdAt), asc(campaigners.id))
    .offset(skip)
    .limit(limit);
  return { rows, total: await db.$count(campaigners, wanted) };
}

/** How many admins there are who are neither suspended nor erased. */
export async function countAdmins(db: Db): Promise<number> {
  return db.$count(campaigners, and(eq(campaigners.role, "admin"), isActive));
}

/** Highest role first. */
export async function findCampaigners(db: Db, limit: number): Promise<CampaignerRow[]> {
  return db
    .select()
    .from(campaigners)
    .where(isNull(campaigners.erasedAt))
    .orderBy(desc(campaigners.role), asc(campaigners.createdAt))
    .limit(limit);
}

/** Accounts whose address was entered, and last mailed an invitation, before then, and with which nobody ever signed in; no admins. */
export async function findUnansweredInvitations(
  db: Db,
  since: Date,
  limit: number,
): Promise<CampaignerRow[]> {
  const wasInvitedSince = sql`exists (select 1 from mail_outbox mail
    where mail.recipient = ${campaigners.email} and mail.created_at >= ${since.toISOString()}::timestamptz)`;
  return db
    .select()
    .from(campaigners)
    .where(
      and(
        isNull(campaigners.erasedAt),
        isNull(campaigners.emailVerifiedAt),
        eq(campaigners.isStarter, false),
        ne(campaigners.role, "admin"),
        isNotNull(campaigners.email),
        lt(campaigners.createdAt, since),
        not(wasInvitedSince),
      ),
    )
    .orderBy(asc(campaigners.createdAt))
    .limit(limit);
}

/** Admins who have confirmed their address: they are told what the site itself has to say. */
export async function findAdminsToWrite(db: Db): Promise<{ id: string; email: string }[]> {
  const rows = await db
    .select({ id: campaigners.id, email: campaigners.email })
    .from(campaigners)
    .where(
      and(
        eq(campaigners.role, "admin"),
        eq(campaigners.isStarter, false),
        isNull(campaigners.erasedAt),
        isNull(campaigners.suspendedAt),
        isNotNull(campaigners.emailVerifiedAt),
      ),
    );
  return rows.flatMap(({ id, email }) => (email === null ? [] : [{ id, email }]));
}
