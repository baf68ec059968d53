"use server";

import { redirect } from "next/navigation";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { clearSessionCookie, readSessionToken } from "@/server/auth/session-cookie";
import { callOneself } from "@/server/campaigners/call-oneself";
import { eraseOwnAccount } from "@/server/campaigners/erase-own-account";
import { wishMail } from "@/server/campaigners/tell-moderators";

export const eraseAccountAction = action<never>({
  name: "account.erase",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const words = String(form.get("words") ?? "");
    await eraseOwnAccount(db, actor, { words, sessionToken: await readSessionToken() });
    await clearSessionCookie();
    const locale = form.get("locale");
    redirect(localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, "/account/erased"));
  },
});

export const callOneselfAction = action<never>({
  name: "account.called",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    await callOneself(db, actor, form.get("called"));
    const locale = form.get("locale");
    redirect(localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, "/account?done=called"));
  },
});

export const wishMailAction = action<never>({
  name: "account.mail",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    await wishMail(db, actor, form.get("wish"));
    const locale = form.get("locale");
    redirect(localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, "/account?done=mail"));
  },
});
