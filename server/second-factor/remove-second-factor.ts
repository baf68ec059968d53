import { type Db, inTransaction } from "@/db/client";
import { deleteSecondFactor } from "@/db/queries/second-factors";
import type { Actor, CampaignerActor } from "@/domain/actor";
import { COMMAND_LINE } from "@/domain/campaigners/role-policy";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { hasSecondFactorRole } from "@/domain/security/second-factor";
import { roleHeld } from "@/server/auth/find-session";
import { checkFactor } from "@/server/second-factor/check-factor";
import { recordSecurityEvent } from "@/server/security/record-security-event";

/**
 * Takes one's own authenticator app away, with a code of it: a screen that was left open is not enough.
 * @throws InvalidInputError, TooManyRequestsError, NotAllowedError
 */
export async function removeSecondFactor(
  db: Db,
  actor: CampaignerActor,
  code: unknown,
  now = new Date(),
): Promise<void> {
  if (!hasSecondFactorRole(roleHeld(actor))) throw new NotAllowedError("no-second-factor-role");
  await checkFactor(db, actor.id, code, now);
  await remove(db, actor, actor.id);
}

/**
 * For who lost the app and the recovery codes: by the command line alone, where somebody can be asked who they are.
 * @throws NotAllowedError, NotFoundError when there is none.
 */
export async function resetSecondFactor(db: Db, actor: Actor, accountId: string): Promise<void> {
  if (actor.kind !== "system" || actor.id !== COMMAND_LINE) throw new NotAllowedError("command-line-only");
  await remove(db, actor, accountId);
}

function remove(db: Db, by: Actor, accountId: string): Promise<void> {
  return inTransaction(db, async (transaction) => {
    if (!(await deleteSecondFactor(transaction, accountId))) throw new NotFoundError("second factor");
    await recordSecurityEvent(transaction, "second-factor-removed", { accountId, by });
  });
}
