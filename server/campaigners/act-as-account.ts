import type { Db } from "@/db/client";
import { findAccountActions, insertAccountAction, lockAccount } from "@/db/queries/account-actions";
import { type CampaignerRow, findCampaigner } from "@/db/queries/campaigners";
import type { CampaignerActor } from "@/domain/actor";
import { type AccountAction, secondsToWait } from "@/domain/campaigners/account-limits";
import { NotAllowedError, TooManyRequestsError } from "@/domain/errors";

const A_DAY = 24 * 60 * 60_000;

/**
 * First of all in the transaction of what is limited: the account is locked until that ends, so that of many requests sent
 * at once none is counted twice or not at all, and none passes a suspension.
 * @returns the account. @throws NotAllowedError ("sign-in") when it was suspended or erased meanwhile.
 */
export async function holdAccount(db: Db, { id }: CampaignerActor): Promise<CampaignerRow> {
  // In one go: the connection of a transaction answers in turn, so it is read once it is locked.
  const [, account] = await Promise.all([lockAccount(db, id), findCampaigner(db, id)]);
  if (!account || account.erasedAt || account.suspendedAt) throw new NotAllowedError("sign-in");
  return account;
}

/**
 * Counts one more of what this account does. Its transaction called `holdAccount` before.
 * @throws TooManyRequestsError
 */
export async function countAction(
  db: Db,
  { id: campaignerId }: CampaignerActor,
  kind: AccountAction,
  now: Date,
): Promise<void> {
  const since = new Date(now.getTime() - A_DAY);
  const wait = secondsToWait(kind, await findAccountActions(db, { campaignerId, kind, since }), now);
  if (wait !== null) throw new TooManyRequestsError(wait);
  await insertAccountAction(db, { campaignerId, kind, at: now });
}

/** Both at once, for what cannot have been sent before. @throws NotAllowedError; TooManyRequestsError. */
export async function actAsAccount(
  db: Db,
  actor: CampaignerActor,
  kind: AccountAction,
  now: Date,
): Promise<void> {
  await holdAccount(db, actor);
  await countAction(db, actor, kind, now);
}
