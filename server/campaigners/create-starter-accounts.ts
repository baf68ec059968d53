import { type Db, inTransaction } from "@/db/client";
import { insertCampaigner } from "@/db/queries/campaigners";
import { systemActor } from "@/domain/actor";
import { STARTER_ACCOUNTS, starterEmail } from "@/domain/campaigners/starter-account";
import { NotAllowedError } from "@/domain/errors";
import { isLocalMode } from "@/env";
import { audit } from "@/server/audit";

/**
 * Makes the starter accounts of local mode; those that are there stay as they are.
 * @returns how many were made.
 * @throws NotAllowedError in any other mode.
 */
export async function createStarterAccounts(db: Db): Promise<number> {
  if (!isLocalMode()) throw new NotAllowedError("not-local-mode");
  return inTransaction(db, async (transaction) => {
    let made = 0;
    for (const { key, role } of STARTER_ACCOUNTS) {
      const now = new Date();
      // They are there for trying the site out, and exist nowhere else.
      const account = {
        email: starterEmail(key),
        role,
        isStarter: true,
        emailVerifiedAt: now,
        practisedAt: now,
      };
      const row = await insertCampaigner(transaction, account);
      if (!row) continue;
      made++;
      const subject = { type: "campaigner", id: row.id };
      await audit(transaction, systemActor("starter-accounts"), "campaigner.joined", subject, {
        role,
        starter: true,
      });
    }
    return made;
  });
}
