import { and, count, eq, isNull, lt } from "drizzle-orm";
import type { Db } from "@/db/client";
import { sessions } from "@/db/schema/campaigners";
import { recoveryCodes, secondFactors } from "@/db/schema/security";

export type SecondFactorRow = typeof secondFactors.$inferSelect;

export async function findSecondFactor(db: Db, accountId: string): Promise<SecondFactorRow | undefined> {
  const [row] = await db.select().from(secondFactors).where(eq(secondFactors.accountId, accountId));
  return row;
}

/** Begins anew, as long as none was confirmed. @returns false when one was. */
export async function upsertBegunFactor(db: Db, accountId: string, secret: string): Promise<boolean> {
  const rows = await db
    .insert(secondFactors)
    .values({ accountId, secret })
    .onConflictDoUpdate({
      target: secondFactors.accountId,
      set: { secret },
      setWhere: isNull(secondFactors.confirmedAt),
    })
    .returning({ accountId: secondFactors.accountId });
  return rows.length === 1;
}

/** The first right code: from now on it counts. @returns false when somebody was first. */
export async function confirmFactor(
  db: Db,
  factor: { accountId: string; begun: string; secret: string; step: number; at: Date },
): Promise<boolean> {
  const rows = await db
    .update(secondFactors)
    .set({ secret: factor.secret, confirmedAt: factor.at, lastStep: factor.step })
    .where(
      and(
        eq(secondFactors.accountId, factor.accountId),
        eq(secondFactors.secret, factor.begun),
        isNull(secondFactors.confirmedAt),
      ),
    )
    .returning({ accountId: secondFactors.accountId });
  return rows.length === 1;
}

/** Notes the half minute of a code. @returns false when that one, or a later one, was used before. */
export async function takeFactorStep(db: Db, accountId: string, step: number): Promise<boolean> {
  const rows = await db
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(eq(secondFactors.accountId, accountId), lt(secondFactors.lastStep, step)))
    .returning({ accountId: secondFactors.accountId });
  return rows.length === 1;
}

export async function insertRecoveryCodes(
  db: Db,
  accountId: string,
  hashes: readonly string[],
): Promise<void> {
  await db.insert(recoveryCodes).values(hashes.map((codeHash) => ({ accountId, codeHash })));
}

/** Removes a recovery code: of two who type it at once, one gets in. @returns false when there was none. */
export async function takeRecoveryCode(db: Db, accountId: string, codeHash: string): Promise<boolean> {
  const gone = await db
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.accountId, accountId), eq(recoveryCodes.codeHash, codeHash)))
    .returning({ accountId: recoveryCodes.accountId });
  return gone.length === 1;
}

export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.accountId, accountId));
  return row?.count ?? 0;
}

/** Takes the app and its recovery codes away, and what sessions were given for it. @returns false when there was none. */
export async function deleteSecondFactor(db: Db, accountId: string): Promise<boolean> {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  await db.update(sessions).set({ secondFactorAt: null }).where(eq(sessions.campaignerId, accountId));
  const gone = await db
    .delete(secondFactors)
    .where(eq(secondFactors.accountId, accountId))
    .returning({ accountId: secondFactors.accountId });
  return gone.length === 1;
}

/** @param token the session's, hashed. */
export async function markSecondFactorGiven(db: Db, token: string, at: Date): Promise<void> {
  await db.update(sessions).set({ secondFactorAt: at }).where(eq(sessions.token, token));
}
