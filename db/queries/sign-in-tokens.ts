import { and, eq, gt, lt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { signInCodes, verificationTokens } from "@/db/schema/campaigners";

/** Tokens and codes are hashes here; only the mail has them in clear. */
export type TokenRow = typeof verificationTokens.$inferSelect;

export async function insertVerificationToken(db: Db, token: TokenRow): Promise<void> {
  await db.insert(verificationTokens).values(token);
}

/** Whose token it is, as long as it is good. Only who holds the token can ask: it is 256 random bits. */
export async function findTokenOwner(db: Db, token: string, now: Date): Promise<string | undefined> {
  const [row] = await db
    .select({ identifier: verificationTokens.identifier })
    .from(verificationTokens)
    .where(and(eq(verificationTokens.token, token), gt(verificationTokens.expiresAt, now)))
    .limit(1);
  return row?.identifier;
}

/** Removes the token and returns it: of two who use it at once, one gets it. */
export async function takeVerificationToken(
  db: Db,
  { identifier, token }: { identifier: string; token: string },
): Promise<TokenRow | undefined> {
  const [row] = await db
    .delete(verificationTokens)
    .where(and(eq(verificationTokens.identifier, identifier), eq(verificationTokens.token, token)))
    .returning();
  return row;
}

/** What other mails offered: once somebody is in, their older links and codes are dead. */
export async function deleteSignInOffers(db: Db, email: string): Promise<void> {
  await db.delete(verificationTokens).where(eq(verificationTokens.identifier, email));
  await db.delete(signInCodes).where(eq(signInCodes.email, email));
}

/** One code for each address: the newest. */
export async function upsertSignInCode(
  db: Db,
  code: { email: string; codeHash: string; expiresAt: Date },
): Promise<void> {
  const fresh = { codeHash: code.codeHash, expiresAt: code.expiresAt, attempts: 0 };
  await db.insert(signInCodes).values(code).onConflictDoUpdate({ target: signInCodes.email, set: fresh });
}

/**
 * Counts an attempt before anything is compared, so that guesses sent at once are counted too.
 * @returns the code's hash, or undefined when there is none, it is over, or it has had `limit` attempts.
 */
export async function countCodeAttempt(
  db: Db,
  { email, limit, now }: { email: string; limit: number; now: Date },
): Promise<string | undefined> {
  const [row] = await db
    .update(signInCodes)
    .set({ attempts: sql`${signInCodes.attempts} + 1` })
    .where(and(eq(signInCodes.email, email), lt(signInCodes.attempts, limit), gt(signInCodes.expiresAt, now)))
    .returning({ codeHash: signInCodes.codeHash });
  return row?.codeHash;
}

/** Removes the code. @returns false when somebody else did. */
export async function takeSignInCode(
  db: Db,
  { email, codeHash }: { email: string; codeHash: string },
): Promise<boolean> {
  const gone = await db
    .delete(signInCodes)
    .where(and(eq(signInCodes.email, email), eq(signInCodes.codeHash, codeHash)))
    .returning({ email: signInCodes.email });
  return gone.length === 1;
}
