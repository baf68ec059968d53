import type { Db } from "@/db/client";
import { upsertBegunFactor } from "@/db/queries/second-factors";
import type { CampaignerActor } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { hasSecondFactorRole } from "@/domain/security/second-factor";
import { roleHeld } from "@/server/auth/find-session";
import { newFactorSecret, sealFactor } from "@/server/second-factor/app-code";

/**
 * Makes a secret for an authenticator app, and recovery codes. Neither counts before a first code was right.
 * @throws NotAllowedError ("no-second-factor-role", "second-factor-exists")
 */
export async function beginSecondFactor(db: Db, actor: CampaignerActor): Promise<void> {
  if (!hasSecondFactorRole(roleHeld(actor))) throw new NotAllowedError("no-second-factor-role");
  const begun = await upsertBegunFactor(db, actor.id, sealFactor(newFactorSecret()));
  if (!begun) throw new NotAllowedError("second-factor-exists");
}
