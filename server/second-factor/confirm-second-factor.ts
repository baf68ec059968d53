import { type Db, inTransaction } from "@/db/client";
import {
  confirmFactor,
  findSecondFactor,
  insertRecoveryCodes,
  markSecondFactorGiven,
} from "@/db/queries/second-factors";
import type { CampaignerActor } from "@/domain/actor";
import { ConflictError, InvalidInputError, NotAllowedError } from "@/domain/errors";
import { hasSecondFactorRole, readFactor } from "@/domain/security/second-factor";
import { hashSessionToken, roleHeld } from "@/server/auth/find-session";
import { limitAttempts } from "@/server/auth/limit-attempts";
import { hashRecoveryCode } from "@/server/auth/sign-in-secrets";
import { sealFactor, stepOfCode, unsealFactor } from "@/server/second-factor/app-code";
import { recordSecurityEvent } from "@/server/security/record-security-event";

/**
 * The first code of the app: from now on it is asked for at every sign-in, and this session has given it.
 * @throws InvalidInputError, TooManyRequestsError, NotAllowedError, ConflictError
 */
export async function confirmSecondFactor(
  db: Db,
  actor: CampaignerActor,
  sent: { code: unknown; sessionToken: string },
  now = new Date(),
): Promise<void> {
  if (!hasSecondFactorRole(roleHeld(actor))) throw new NotAllowedError("no-second-factor-role");
  const typed = readFactor(sent.code);
  if (typed?.kind !== "app")
    throw new InvalidInputError({ code: sent.code ? "factor-digits" : "factor-missing" });
  const row = await findSecondFactor(db, actor.id);
  const begun = row && !row.confirmedAt ? unsealFactor(row.secret) : null;
  if (!row || !begun) throw new NotAllowedError("no-second-factor");
  await limitAttempts(db, "second-factor", actor.id);
  const step = stepOfCode(begun, typed.code, now);
  if (step === null) throw new InvalidInputError({ code: "factor-wrong" });
  await inTransaction(db, async (transaction) => {
    const secret = sealFactor({ secret: begun.secret });
    const confirmed = await confirmFactor(transaction, {
      accountId: actor.id,
      begun: row.secret,
      secret,
      step,
      at: now,
    });
    if (!confirmed) throw new ConflictError("second-factor-changed");
    const hashes = (begun.recovery ?? []).map((code) => hashRecoveryCode(actor.id, code));
    await insertRecoveryCodes(transaction, actor.id, hashes);
    await markSecondFactorGiven(transaction, hashSessionToken(sent.sessionToken), now);
    await recordSecurityEvent(transaction, "second-factor-set", { accountId: actor.id });
  });
}
