import { and, eq, gt, lte, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { accountActions } from "@/db/schema/campaigners";

/** The first half of the locks on accounts; the second is a hash of the account's id. */
const ACCOUNT_LOCKS = 7_261_949;

/** One at a time for each account, until the transaction ends. */
export async function lockAccount(db: Db, campaignerId: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${ACCOUNT_LOCKS}, hashtext(${campaignerId}))`);
}

export async function findAccountActions(
  db: Db,
  { campaignerId, kind, since }: { campaignerId: string; kind: string; since: Date },
): Promise<Date[]> {
  const rows = await db
    .select({ at: accountActions.at })
    .from(accountActions)
    .where(
      and(
        eq(accountActions.campaignerId, campaignerId),
        eq(accountActions.kind, kind),
        gt(accountActions.at, since),
      ),
    );
  return rows.map(({ at }) => at);
}

export async function insertAccountAction(
  db: Db,
  action: { campaignerId: string; kind: string; at: Date },
): Promise<void> {
  await db.insert(accountActions).values(action);
}
/** @returns how many there were. */
export async function deleteAccountActionsBefore(db: Db, before: Date): Promise<number> {
  const gone = await db.delete(accountActions).where(lte(accountActions.at, before)).returning();
  return gone.length;
}

export async function deleteAccountActionsOf(db: Db, campaignerId: string): Promise<void> {
  await db.delete(accountActions).where(eq(accountActions.campaignerId, campaignerId));
}
