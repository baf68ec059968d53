import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { findCampaignerByEmail } from "@/db/queries/campaigners";
import { keepPendingDraftFor } from "@/db/queries/reports-write";
import { insertVerificationToken, upsertSignInCode } from "@/db/queries/sign-in-tokens";
import { emailSchema } from "@/domain/campaigners/email";
import { ownPath } from "@/domain/campaigners/own-path";
import { CODE_MINUTES, LINK_MINUTES } from "@/domain/campaigners/sign-in-code";
import { InvalidInputError } from "@/domain/errors";
import type { Locale } from "@/domain/language/locale";
import { limitAttempts } from "@/server/auth/limit-attempts";
import { countedMailDomain } from "@/server/auth/mail-domain";
import { hashCode, hashToken, newCode, newToken, pseudonym } from "@/server/auth/sign-in-secrets";
import { queueMail } from "@/server/mail/queue-mail";
import { signInMail, suspendedMail } from "@/server/mail/sign-in-mail";
import { recordSecurityEvent } from "@/server/security/record-security-event";

const minutes = 60_000;
const inputSchema = z.object({ email: emailSchema });

export type SignInRequest = {
  /** As typed. */
  email: unknown;
  /** Where to go afterwards; whatever is no path of ours becomes "/". */
  callbackUrl: unknown;
  locale: Locale;
  /** Network address of who asks, for the limit. */
  from: string;
};

/**
 * Sends a sign-in mail: the token, the code and the mail are there together or not at all. The answer is the same for
 * an address that we know and one that we do not. Whoever is suspended is told so in the mail, and nobody else is.
 * @returns the address as it was understood.
 * @throws InvalidInputError, TooManyRequestsError
 */
export async function requestSignIn(db: Db, request: SignInRequest, now = new Date()): Promise<string> {
  const parsed = inputSchema.safeParse({ email: request.email });
  if (!parsed.success) {
    throw new InvalidInputError({ email: parsed.error.issues[0]?.message ?? "email-invalid" });
  }
  const { email } = parsed.data;
  // Counted outside the transaction, so that what fails counts too.
  await limitAttempts(db, "mail-from", request.from);
  await limitAttempts(db, "mail-to", email);
  const domain = countedMailDomain(email);
  if (domain !== null) await limitAttempts(db, "mail-domain", domain);

  const known = await findCampaignerByEmail(db, email);
  if (known?.suspendedAt) {
    await recordSecurityEvent(db, "sign-in-refused", { accountId: known.id });
    await queueMail(db, suspendedMail({ email, locale: request.locale }));
    return email;
  }
  const [token, code] = [newToken(), newCode()];
  const after = (count: number) => new Date(now.getTime() + count * minutes);
  await inTransaction(db, async (transaction) => {
    await insertVerificationToken(transaction, {
      identifier: email,
      token: hashToken(token),
      expiresAt: after(LINK_MINUTES),
    });
    await upsertSignInCode(transaction, {
      email,
      codeHash: hashCode(email, code),
      expiresAt: after(CODE_MINUTES),
    });
    const callbackUrl = ownPath(request.callbackUrl);
    // What they wrote before signing in is theirs from now on: erasing finds it by this.
    const asked = new URL(callbackUrl, "https://own.invalid").searchParams;
    for (const draftId of [asked.get("draft"), asked.get("kept")])
      if (draftId && isUuid(draftId)) await keepPendingDraftFor(transaction, draftId, pseudonym(email));
    await queueMail(transaction, signInMail({ email, token, code, callbackUrl, locale: request.locale }));
  });
  return email;
}

function isUuid(text: string): boolean {
  return z.uuid().safeParse(text).success;
}
