import { cookies } from "next/headers";
import { siteOrigin } from "@/env";

/** next-auth's own name for its session cookie; with `__Secure-` the browser refuses it over plain http. */
export function sessionCookieName(): string {
  return `${usesSecureCookies() ? "__Secure-" : ""}next-auth.session-token`;
}

/** True when the site is served over https, as every site but a local copy is. */
export function usesSecureCookies(): boolean {
  return siteOrigin().startsWith("https://");
}

/** The token that the browser sent, or undefined when it sent none. */
export async function readSessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookieName())?.value || undefined;
}

/** For server actions and route handlers only: Next refuses cookies while a page is drawn. */
export async function writeSessionCookie(session: { token: string; expiresAt: Date }): Promise<void> {
  (await cookies()).set(sessionCookieName(), session.token, { ...attributes(), expires: session.expiresAt });
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...attributes(), maxAge: 0 });
}

function attributes() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: usesSecureCookies() } as const;
}
