import type { Db } from "@/db/client";
import { findSecondFactor, takeFactorStep, takeRecoveryCode } from "@/db/queries/second-factors";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import { readFactor, type TypedFactor } from "@/domain/security/second-factor";
import { limitAttempts } from "@/server/auth/limit-attempts";
import { hashRecoveryCode } from "@/server/auth/sign-in-secrets";
import { stepOfCode, unsealFactor } from "@/server/second-factor/app-code";
import { recordSecurityEvent } from "@/server/security/record-security-event";

/**
 * Takes a code of the app or a recovery code: each is good once. A wrong one is counted and logged, outside of what it would
 * roll back.
 * @returns which it was.
 * @throws InvalidInputError, TooManyRequestsError, NotAllowedError ("no-second-factor")
 */
export async function checkFactor(
  db: Db,
  accountId: string,
  typed: unknown,
  now = new Date(),
): Promise<TypedFactor["kind"]> {
  const factor = readFactor(typed);
  if (!factor) throw new InvalidInputError({ code: typed ? "factor-shape" : "factor-missing" });
  const row = await findSecondFactor(db, accountId);
  if (!row?.confirmedAt) throw new NotAllowedError("no-second-factor");
  await limitAttempts(db, "second-factor", accountId);
  const secret = unsealFactor(row.secret);
  const step = factor.kind === "app" && secret ? stepOfCode(secret, factor.code, now) : null;
  const isGood =
    factor.kind === "recovery"
      ? await takeRecoveryCode(db, accountId, hashRecoveryCode(accountId, factor.code))
      : step !== null && (await takeFactorStep(db, accountId, step));
  if (isGood) return factor.kind;
  await recordSecurityEvent(db, "second-factor-wrong", { accountId, detail: factor.kind }, now);
  throw new InvalidInputError({ code: "factor-wrong" });
}
