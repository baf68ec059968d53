import { type Db, inTransaction } from "@/db/client";
import { findCampaignerByEmail } from "@/db/queries/campaigners";
import { insertVerificationToken } from "@/db/queries/sign-in-tokens";
import { isStarterKey, starterEmail } from "@/domain/campaigners/starter-account";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { isLocalMode } from "@/env";
import { hashToken, newToken } from "@/server/auth/sign-in-secrets";

/**
 * A one-time token for a starter account, without a mail: on one's own computer, in local mode only.
 * @throws NotAllowedError in any other mode, NotFoundError for anything but a starter account.
 */
export async function tokenForStarter(db: Db, key: unknown): Promise<{ email: string; token: string }> {
  if (!isLocalMode()) throw new NotAllowedError("not-local-mode");
  if (!isStarterKey(key)) throw new NotFoundError("starter account");
  const email = starterEmail(key);
  const token = newToken();
  await inTransaction(db, async (transaction) => {
    const account = await findCampaignerByEmail(transaction, email);
    if (!account?.isStarter) throw new NotFoundError("starter account");
    const expiresAt = new Date(Date.now() + 60_000);
    await insertVerificationToken(transaction, { identifier: email, token: hashToken(token), expiresAt });
  });
  return { email, token };
}
