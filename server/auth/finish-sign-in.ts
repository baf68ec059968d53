import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import type { Db } from "@/db/client";
import { siteOrigin } from "@/env";
import { nextAuthOptions } from "@/server/auth/next-auth-options";
import { sessionCookieName } from "@/server/auth/session-cookie";
import { signOut } from "@/server/auth/sign-out";

export type SignInProblem = "link" | "unavailable";
export type FinishedSignIn =
  | { ok: true; session: { token: string; expiresAt: Date } }
  | { ok: false; problem: SignInProblem };

/**
 * Lets next-auth consume a one-time token and make the session: the only way in, for the link, the code and the
 * starter accounts alike. It is called as the callback of its e-mail provider, so that none of its other addresses
 * need be open, and its answer is read instead of sent: the caller sets the cookie.
 * @param previousSession token of the session that the browser holds now; it ends, whoever's it is.
 */
export async function finishSignIn(
  db: Db,
  { email, token, previousSession }: { email: string; token: string; previousSession?: string | undefined },
): Promise<FinishedSignIn> {
  // next-auth reads its own address from here and nowhere else.
  process.env.NEXTAUTH_URL = siteOrigin();
  const name = sessionCookieName();
  const request = {
    method: "POST",
    query: { nextauth: ["callback", "email"], email, token },
    body: {},
    headers: {},
    cookies: {},
  } as unknown as NextApiRequest;
  const answer = new Answer();
  await NextAuth(request, answer as unknown as NextApiResponse, nextAuthOptions(db));

  const session = answer.cookie(name);
  if (session) {
    // next-auth would do this for somebody known only, and never for the same person.
    if (previousSession) await signOut(db, previousSession);
    return { ok: true, session };
  }
  const error = new URL(answer.location || "/", siteOrigin()).searchParams.get("error");
  return { ok: false, problem: error === "Verification" ? "link" : "unavailable" };
}

/** What next-auth calls on a response. */
class Answer {
  location = "";
  private cookies: string[] = [];

  status(): this {
    return this;
  }
  getHeader(name: string): string[] | undefined {
    return name === "Set-Cookie" ? this.cookies : undefined;
  }
  setHeader(name: string, value: string | string[]): this {
    if (name === "Set-Cookie") this.cookies = [value].flat();
    if (name === "Location") this.location = String(value);
    return this;
  }
  end(): void {
    // The caller answers the browser.
  }
  json(): void {
    // The same.
  }
  send(): void {
    // The same.
  }

  cookie(name: string): { token: string; expiresAt: Date } | undefined {
    const line = this.cookies.find((cookie) => cookie.startsWith(`${name}=`));
    const token = line?.slice(name.length + 1).split(";")[0];
    const expires = line?.match(/; Expires=([^;]+)/i)?.[1];
    return token && expires ? { token: decodeURIComponent(token), expiresAt: new Date(expires) } : undefined;
  }
}
