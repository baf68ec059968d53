import { ownPath } from "@/domain/campaigners/own-path";
import { isLocale, type Locale, localPath } from "@/domain/language/locale";
import { siteOrigin } from "@/env";
import { openSession } from "@/server/auth/open-session";
import { mayWrite } from "@/server/http/same-origin";

/** The page with the button, for whoever opens next-auth's own callback address: opening it signs nobody in. */
export function confirmPagePath(query: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of ["token", "email", "callbackUrl"]) {
    const value = query.get(name);
    if (value) kept.set(name, value);
  }
  return `/sign-in/confirm?${kept}`;
}

/**
 * The button was pressed: consumes the token.
 * @param sent token, email, callbackUrl and locale.
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
    ? await openSession({ email: text("email"), token: text("token") })
    : "link";
  if (!problem) return callbackUrl;
  return localPath(locale, `/sign-in?${new URLSearchParams({ problem, callbackUrl })}`);
}
