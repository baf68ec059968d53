import { type Db, inTransaction } from "@/db/client";
import { markSecondFactorGiven } from "@/db/queries/second-factors";
import type { CampaignerActor } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { hasSecondFactorRole } from "@/domain/security/second-factor";
import { hashSessionToken, roleHeld } from "@/server/auth/find-session";
import { checkFactor } from "@/server/second-factor/check-factor";
import { recordSecurityEvent } from "@/server/security/record-security-event";

/**
 * Gives this session its whole role.
 * @throws InvalidInputError, TooManyRequestsError, NotAllowedError
 */
export async function giveSecondFactor(
  db: Db,
  actor: CampaignerActor,
  sent: { code: unknown; sessionToken: string },
  now = new Date(),
): Promise<void> {
  if (!hasSecondFactorRole(roleHeld(actor))) throw new NotAllowedError("no-second-factor-role");
  const kind = await checkFactor(db, actor.id, sent.code, now);
  await inTransaction(db, async (transaction) => {
    await markSecondFactorGiven(transaction, hashSessionToken(sent.sessionToken), now);
    const event = kind === "recovery" ? "recovery-code-used" : "second-factor-passed";
    await recordSecurityEvent(transaction, event, { accountId: actor.id });
  });
}
