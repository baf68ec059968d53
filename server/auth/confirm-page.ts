import { getDb } from "@/db/client";
import { findTokenOwner } from "@/db/queries/sign-in-tokens";
import { ownPath } from "@/domain/campaigners/own-path";
import { DatabaseUnavailableError } from "@/domain/errors";
import { isLocale, type Locale, localPath } from "@/domain/language/locale";
import { siteOrigin } from "@/env";
import type { SignInProblem } from "@/server/auth/finish-sign-in";
import { openSession } from "@/server/auth/open-session";
import { hashToken } from "@/server/auth/sign-in-secrets";
import { mayWrite } from "@/server/http/same-origin";
import { recordSecurityEvent } from "@/server/security/record-security-event";

/** The page with the button, for whoever opens next-auth's own callback address: opening it signs nobody in. */
export function confirmPagePath(query: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of ["token", "callbackUrl"]) {
    const value = query.get(name);
    if (value) kept.set(name, value);
  }
  return `/sign-in/confirm?${kept}`;
}

/**
 * The button was pressed: consumes the token.
 * @param sent token, callbackUrl and locale. Whose token it is, the database says: no address of ours has an e-mail address in it.
 * @returns the path to go to next: where they were going, or the sign-in page with what went wrong.
 */
export async function confirmSignIn(sent: FormData, origin: string | null): Promise<string> {
  const text = (name: string) => {
    const value = sent.get(name);
    return typeof value === "string" ? value : "";
  };
  const callbackUrl = ownPath(text("callbackUrl"));
  const locale: Locale = isLocale(text("locale")) ? (text("locale") as Locale) : "en";
  const problem = mayWrite({ method: "POST", origin: origin ?? undefined }, siteOrigin())
    ? await enter(text("token"))
    : "link";
  if (!problem) return callbackUrl;
  return localPath(locale, `/sign-in?${new URLSearchParams({ problem, callbackUrl })}`);
}

/** The address that a link was sent to, or null when the link is used, over or made up. */
export async function addressOfLink(token: string): Promise<string | null> {
  return (await findTokenOwner(getDb(), hashToken(token), new Date())) ?? null;
}

async function enter(token: string): Promise<SignInProblem | null> {
  try {
    const email = await addressOfLink(token);
    if (email) return await openSession({ email, token });
    await recordSecurityEvent(getDb(), "link-refused", { accountId: null });
    return "link";
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) return "unavailable";
    throw error;
  }
}
