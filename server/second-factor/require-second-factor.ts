import { type Db, inTransaction } from "@/db/client";
import { findSecondFactor } from "@/db/queries/second-factors";
import { saveSetting } from "@/db/queries/settings";
import { type CampaignerActor, hasRole } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { SECOND_FACTOR_SETTING } from "@/server/auth/second-factor-step";
import { recordSecurityEvent } from "@/server/security/record-security-event";

/**
 * Whether moderators and admins must have a second factor. It counts from everybody's next request on.
 * @throws NotAllowedError ("not-admin"; "second-factor-first" for an admin who would lock themselves out)
 */
export function requireSecondFactor(db: Db, actor: CampaignerActor, required: boolean): Promise<void> {
  if (!hasRole(actor, "admin")) throw new NotAllowedError("not-admin");
  return inTransaction(db, async (transaction) => {
    const own = await findSecondFactor(transaction, actor.id);
    if (required && !own?.confirmedAt) throw new NotAllowedError("second-factor-first");
    await saveSetting(transaction, SECOND_FACTOR_SETTING, required);
    const detail = required ? "second factor required" : "second factor optional";
    await recordSecurityEvent(transaction, "setting-changed", { accountId: actor.id, detail });
  });
}
