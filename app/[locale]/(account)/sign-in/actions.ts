"use server";

import { redirect } from "next/navigation";
import { ownPath } from "@/domain/campaigners/own-path";
import { DatabaseUnavailableError, InvalidInputError } from "@/domain/errors";
import { DEFAULT_LOCALE, isLocale, type Locale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { clientAddress } from "@/server/auth/client-address";
import { openSession } from "@/server/auth/open-session";
import { redeemCode } from "@/server/auth/redeem-code";
import { requestSignIn } from "@/server/auth/request-sign-in";
import { seal } from "@/server/auth/seal";
import { clearSessionCookie } from "@/server/auth/session-cookie";
import { signOutEverywhere } from "@/server/auth/sign-out";
import { tokenForStarter } from "@/server/auth/token-for-starter";
import { wakeMailWorker } from "@/server/mail/mail-worker";

export const askForMail = action<never>({
  name: "sign-in.ask",
  run: async ({ db, form }) => {
    const locale = localeIn(form);
    const callbackUrl = ownPath(form.get("callbackUrl"));
    const from = await clientAddress();
    const email = await requestSignIn(db, { email: form.get("email"), callbackUrl, locale, from });
    wakeMailWorker();
    const to = seal("sign-in-address", email);
    redirect(localPath(locale, `/sign-in/code?${new URLSearchParams({ to, callbackUrl })}`));
  },
});

export const signInWithCode = action<never>({
  name: "sign-in.code",
  secret: ["code"],
  run: async ({ db, form }) => {
    const typed = { email: form.get("email"), code: form.get("code"), from: await clientAddress() };
    await enter(await redeemCode(db, typed));
    redirect(ownPath(form.get("callbackUrl")));
  },
});

export const signInAsStarter = action<never>({
  name: "sign-in.starter",
  run: async ({ db, form }) => {
    await enter(await tokenForStarter(db, form.get("account")));
    redirect(ownPath(form.get("callbackUrl")));
  },
});

export const endAllSessions = action<never>({
  name: "sign-in.end-all",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    await signOutEverywhere(db, actor, actor.id);
    // A changed cookie also makes the browser draw the whole page anew, with the account bar.
    await clearSessionCookie();
    redirect(localPath(localeIn(form), "/sign-in"));
  },
});

async function enter(offer: { email: string; token: string }): Promise<void> {
  const problem = await openSession(offer);
  if (problem === "unavailable") throw new DatabaseUnavailableError();
  if (problem) throw new InvalidInputError({ code: "code-wrong" });
}

function localeIn(form: FormData): Locale {
  const locale = form.get("locale");
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
}
