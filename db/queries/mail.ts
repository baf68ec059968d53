import { and, asc, desc, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { mailOutbox } from "@/db/schema/campaigners";

export type MailRow = typeof mailOutbox.$inferSelect;
export type NewMail = Pick<MailRow, "recipient" | "subject" | "text" | "purpose"> & {
  dedupeKey?: string | undefined;
};

/** @returns false when a mail with this dedupe key is there already. */
export async function insertMail(db: Db, mail: NewMail): Promise<boolean> {
  const added = await db
    .insert(mailOutbox)
    .values(mail)
    .onConflictDoNothing({ target: mailOutbox.dedupeKey })
    .returning({ id: mailOutbox.id });
  return added.length === 1;
}

const waiting = and(isNull(mailOutbox.sentAt), isNull(mailOutbox.failedAt));

/**
 * Takes the mail that has been due longest and counts an attempt. It is due again at `until`, should the process die
 * while it sends. Mail that another worker is taking is passed over.
 */
export async function claimDueMail(
  db: Db,
  { now, until }: { now: Date; until: Date },
): Promise<MailRow | undefined> {
  const due = db
    .select({ id: mailOutbox.id })
    .from(mailOutbox)
    .where(and(waiting, lte(mailOutbox.nextAttemptAt, now)))
    .orderBy(asc(mailOutbox.nextAttemptAt))
    .limit(1)
    .for("update", { skipLocked: true });
  const [row] = await db
    .update(mailOutbox)
    .set({ attempts: sql`${mailOutbox.attempts} + 1`, nextAttemptAt: until })
    .where(eq(mailOutbox.id, sql`(${due})`))
    .returning();
  return row;
}

/** The text goes too: a sign-in mail is a key, and a copy of the database need not hold it. */
export async function markMailSent(db: Db, id: string, at: Date): Promise<void> {
  await db.update(mailOutbox).set({ sentAt: at, text: "", lastError: null }).where(eq(mailOutbox.id, id));
}

/** @param next when to try again, or null to give up. */
export async function markMailTried(
  db: Db,
  id: string,
  { error, at, next }: { error: string; at: Date; next: Date | null },
): Promise<void> {
  const outcome = next ? { nextAttemptAt: next } : { failedAt: at, text: "" };
  await db
    .update(mailOutbox)
    .set({ lastError: error, ...outcome })
    .where(eq(mailOutbox.id, id));
}

/** Newest first. */
export async function findMail(db: Db, limit: number): Promise<MailRow[]> {
  return db.select().from(mailOutbox).orderBy(desc(mailOutbox.createdAt), desc(mailOutbox.id)).limit(limit);
}

/** All mail to somebody, whether it left or not. */
export async function deleteMailTo(db: Db, recipient: string): Promise<void> {
  await db.delete(mailOutbox).where(eq(mailOutbox.recipient, recipient));
}

export async function deleteSpentMail(db: Db, before: Date): Promise<void> {
  await db.delete(mailOutbox).where(and(isNotNull(mailOutbox.sentAt), lte(mailOutbox.sentAt, before)));
  await db.delete(mailOutbox).where(and(isNotNull(mailOutbox.failedAt), lte(mailOutbox.failedAt, before)));
}
