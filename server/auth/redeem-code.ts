import { type Db, inTransaction } from "@/db/client";
import { findCampaignerByEmail } from "@/db/queries/campaigners";
import { countCodeAttempt, insertVerificationToken, takeSignInCode } from "@/db/queries/sign-in-tokens";
import { emailSchema } from "@/domain/campaigners/email";
import { CODE_ATTEMPTS, readCode } from "@/domain/campaigners/sign-in-code";
import { InvalidInputError } from "@/domain/errors";
import { limitAttempts } from "@/server/auth/limit-attempts";
import { hashCode, hashToken, newToken, sameHash } from "@/server/auth/sign-in-secrets";
import { recordSecurityEvent } from "@/server/security/record-security-event";

/** The token that stands for a right code is used at once, by the same request. */
const TOKEN_SECONDS = 60;

/**
 * Exchanges a right code for a one-time token, which `finishSignIn` consumes. A wrong code, one that is over and one
 * with too many attempts get the same answer.
 * @throws InvalidInputError, TooManyRequestsError
 */
export async function redeemCode(
  db: Db,
  typed: { email: unknown; code: unknown; from: string },
  now = new Date(),
): Promise<{ email: string; token: string }> {
  const parsed = emailSchema.safeParse(typed.email);
  const code = readCode(typed.code);
  const fields: Record<string, string> = {};
  if (!parsed.success) fields.email = parsed.error.issues[0]?.message ?? "email-invalid";
  if (!code) fields.code = typed.code ? "code-shape" : "code-missing";
  if (!parsed.success || !code) throw new InvalidInputError(fields);

  const email = parsed.data;
  await limitAttempts(db, "code-from", typed.from);
  const wanted = await countCodeAttempt(db, { email, limit: CODE_ATTEMPTS, now });
  const codeHash = hashCode(email, code);
  if (!wanted || !sameHash(wanted, codeHash)) {
    const known = await findCampaignerByEmail(db, email);
    await recordSecurityEvent(db, "code-wrong", { accountId: known?.id ?? null }, now);
    throw new InvalidInputError({ code: "code-wrong" });
  }

  const token = newToken();
  await inTransaction(db, async (transaction) => {
    // Of two who type it at once, one gets in.
    if (!(await takeSignInCode(transaction, { email, codeHash }))) {
      throw new InvalidInputError({ code: "code-wrong" });
    }
    const expiresAt = new Date(now.getTime() + TOKEN_SECONDS * 1000);
    await insertVerificationToken(transaction, { identifier: email, token: hashToken(token), expiresAt });
  });
  return { email, token };
}
