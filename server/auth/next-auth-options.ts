import type { NextAuthOptions } from "next-auth";
import type { EmailConfig } from "next-auth/providers/email";
import type { Db } from "@/db/client";
import { LINK_MINUTES } from "@/domain/campaigners/sign-in-code";
import { RETENTION } from "@/domain/privacy/retention";
import { authSecret } from "@/env";
import { createAdapter } from "@/server/auth/adapter";
import { sessionCookieAttributes, sessionCookieName, usesSecureCookies } from "@/server/auth/session-cookie";
import { log } from "@/server/log";

const SESSION_DAYS = RETENTION.sessions.count;

/** Written by hand, because next-auth's own would load a mail library that we do not use through it. */
const emailProvider: EmailConfig = {
  id: "email",
  type: "email",
  name: "Email",
  server: "",
  from: "",
  maxAge: LINK_MINUTES * 60,
  options: {},
  // Signing in begins in request-sign-in.ts, where token, code and mail are one transaction with a limit on tries.
  sendVerificationRequest: () => {
    throw new Error("next-auth must not begin a sign-in; request-sign-in.ts does.");
  },
};

/** How next-auth finishes a sign-in: sessions in the database, our own cookie. */
export function nextAuthOptions(db: Db): NextAuthOptions {
  return {
    adapter: createAdapter(db),
    providers: [emailProvider],
    secret: authSecret(),
    session: { strategy: "database", maxAge: SESSION_DAYS * 24 * 60 * 60 },
    useSecureCookies: usesSecureCookies(),
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieAttributes() } },
    // Where to go afterwards is decided by our own `ownPath`, never by next-auth's parameters or cookie.
    callbacks: { redirect: ({ baseUrl }) => baseUrl },
    logger: {
      error: (code, detail) => log.error({ code, detail: messageOf(detail) }, "Sign-in failed"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** The message alone: the rest of what next-auth passes can hold e-mail addresses and tokens. */
function messageOf(detail: Error | { error?: unknown }): string {
  const error = detail instanceof Error ? detail : detail.error;
  return error instanceof Error ? error.message : "no detail";
}
