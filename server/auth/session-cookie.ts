import { cookies } from "next/headers";
import { siteOrigin } from "@/env";

const NAME = "next-auth.session-token";

/**
 * With `__Host-` a browser takes the cookie from this host alone, over https, for the whole site: neither another host of the
 * same domain nor somebody on the line can plant one. docs/decisions/0029.
 */
export function sessionCookieName(): string {
  return `${usesSecureCookies() ? "__Host-" : ""}${NAME}`;
}

/** True when the site is served over https, as every site but a local copy is. */
export function usesSecureCookies(): boolean {
  return siteOrigin().startsWith("https://");
}

/** The token that the browser sent, or undefined when it sent none. */
export async function readSessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookieName())?.value || undefined;
}

/**
 * Beside the session, for scripts to see: the head of a cached page then asks who is signed in. It holds no secret and
 * opens nothing.
 */
const SIGNED_IN_MARK = "signed-in";

/** For server actions and route handlers only: Next refuses cookies while a page is drawn. */
export async function writeSessionCookie(session: { token: string; expiresAt: Date }): Promise<void> {
  const jar = await cookies();
  const shared = { ...sessionCookieAttributes(), expires: session.expiresAt };
  jar.set(sessionCookieName(), session.token, shared);
  jar.set(SIGNED_IN_MARK, "yes", { ...shared, httpOnly: false });
}

export async function clearSessionCookie(): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookieName(), "", { ...sessionCookieAttributes(), maxAge: 0 });
  // What browsers still have from before the name was changed; nothing reads it.
  const before = `__Secure-${NAME}`;
  if (jar.has(before)) jar.set(before, "", { ...sessionCookieAttributes(), maxAge: 0 });
  await clearSignedInMark();
}

export async function clearSignedInMark(): Promise<void> {
  (await cookies()).set(SIGNED_IN_MARK, "", { ...sessionCookieAttributes(), httpOnly: false, maxAge: 0 });
}

/** No `Domain`: with one, `__Host-` would be refused. */
export function sessionCookieAttributes() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: usesSecureCookies() } as const;
}
